package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lines of one file that a finding is about, with marks under what is meant. */
final class CodeFrame {

    private static final int MOST_LINES_OF_A_MARK = 2;
    private static final int SNIFFED = 8192;

    private final SourceFile file;
    private final SortedMap<Integer, List<Mark>> marksByLine = new TreeMap<>();

    /**
     * A part of one line to be marked.
     *
     * @param label what to say about it, may be empty
     * @param isPrimary whether it is the place to change
     */
    record Mark(Span span, String label, boolean isPrimary) {}

    private CodeFrame(SourceFile file) {
        this.file = file;
    }

    /** Makes the frame of some places in one file, of which those at {@code primary} are the place to change. */
    static CodeFrame of(List<Location> places, Location primary) {
        CodeFrame frame = new CodeFrame(places.get(0).file());
        if (!isBinary(frame.file)) {
            places.stream().filter(CodeFrame::hasPart).forEach(place -> frame.add(place, place.equals(primary)));
        }
        return frame;
    }

    /** Tells whether a location means some part of its file and not just the file. */
    static boolean hasPart(Location place) {
        return place.span().end() > 0;
    }

    /** Tells whether a file is no text, so that its lines would show nothing, or the bytes of a key. */
    private static boolean isBinary(SourceFile file) {
        int nul = file.content().indexOf('\0');
        return nul >= 0 && nul < SNIFFED;
    }

    private void add(Location place, boolean isPrimary) {
        Span span = place.span();
        int first = place.start().line();
        int last = span.length() == 0 ? first : file.position(span.end() - 1).line();
        for (int line = first; line <= last; line++) {
            if (last - first >= MOST_LINES_OF_A_MARK && line == first + 1) {
                line = last;
            }
            Span whole = file.lineSpan(line);
            int start = Math.max(span.start(), line == first ? 0 : indentEnd(whole));
            int end = Math.max(start, Math.min(span.end(), whole.end()));
            String label = line == last ? Visible.text(place.label()) : "";
            marksByLine
                    .computeIfAbsent(line, l -> new ArrayList<>())
                    .add(new Mark(new Span(start, end), label, isPrimary));
        }
    }

    private int indentEnd(Span line) {
        int at = line.start();
        while (at < line.end() && file.content().charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    boolean isEmpty() {
        return marksByLine.isEmpty();
    }

    /** Returns the greatest number of a line that is shown, or 0. */
    int lastLine() {
        return isEmpty() ? 0 : marksByLine.lastKey();
    }

    /** Takes the lines of a frame one by one. */
    interface LineWriter {

        /** Takes the gap between lines that are far from each other. */
        void gap();

        /** Takes a line with the marks in it, if there are any. */
        void line(int number, List<Mark> marks);
    }

    /** Gives the lines of the frame: those with marks, and single ones between them. */
    void forEachLine(LineWriter writer) {
        int before = marksByLine.isEmpty() ? 0 : marksByLine.firstKey() - 1;
        for (Map.Entry<Integer, List<Mark>> entry : marksByLine.entrySet()) {
            int line = entry.getKey();
            if (line > before + 2) {
                writer.gap();
            } else if (line == before + 2) {
                writer.line(line - 1, List.of());
            }
            writer.line(line, entry.getValue());
            before = line;
        }
    }

    /**
     * Appends the lines of the frame.
     *
     * @param gutter the width of the column of line numbers
     */
    void write(StringBuilder out, List<Span> secrets, int gutter, Severity severity, ReportOptions options) {
        forEachLine(new LineWriter() {
            @Override
            public void gap() {
                out.append(Paint.QUIET.on("...", options.color())).append('\n');
            }

            @Override
            public void line(int number, List<Mark> marks) {
                write(out, secrets, gutter, number, marks, severity, options);
            }
        });
    }

    /** Lays out a line so that what is marked in it is seen. */
    ShownLine shown(List<Span> secrets, int line, List<Mark> marks, int width) {
        Span focus = marks.stream()
                .filter(Mark::isPrimary)
                .findFirst()
                .or(() -> marks.stream().findFirst())
                .map(Mark::span)
                .orElse(file.lineSpan(line));
        return ShownLine.of(file, secrets, line, focus, width);
    }

    private void write(
            StringBuilder out,
            List<Span> secrets,
            int gutter,
            int line,
            List<Mark> marks,
            Severity severity,
            ReportOptions options) {
        ShownLine shown = shown(secrets, line, marks, options.width() - gutter - 3);
        String number = " ".repeat(gutter - String.valueOf(line).length()) + line;
        out.append(Paint.QUIET.on(number + " |", options.color()));
        appendIndented(out, shown.text());
        for (String row : new MarkRows(shown, marks, severity, options.color()).rows()) {
            out.append(Paint.QUIET.on(" ".repeat(gutter) + " |", options.color()));
            appendIndented(out, row);
        }
    }

    private static void appendIndented(StringBuilder out, String text) {
        String end = text.stripTrailing();
        out.append(end.isEmpty() ? "" : " ").append(end).append('\n');
    }
}
