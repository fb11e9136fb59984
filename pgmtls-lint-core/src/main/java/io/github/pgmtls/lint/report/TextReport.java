package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintReport.ClusterSummary;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a report for people in a terminal. The layout is that of the Rust compiler, which editors and eyes know: the
 * place, the lines it is about with {@code ^^^} under what to change and {@code ---} under what explains it, and below
 * them what the server says and what to do.
 *
 * <p>No line starts with {@code ::}, not even behind blanks: a runner of GitHub Actions would take it for a command.
 */
final class TextReport {

    private static final int MOST_CLUSTERS = 10;

    private final Appendable out;
    private final ReportOptions options;
    private final Places places;
    private final FileSecrets secrets = new FileSecrets();

    TextReport(Appendable out, ReportOptions options) {
        this.out = out;
        this.options = options;
        this.places = new Places(options);
    }

    void write(LintReport report) throws IOException {
        boolean isNamed = report.clusters().size() > 1;
        for (Finding finding : report.findings()) {
            out.append(block(finding, isNamed)).append('\n');
        }
        if (report.findings().isEmpty()) {
            out.append(clean(report)).append('\n');
        }
        if (!report.notChecked().isEmpty()) {
            String heading = Paint.BOLD.on("not checked", options.color());
            out.append(heading)
                    .append(":\n")
                    .append(NotCheckedText.of(report.notChecked(), isNamed, places, text -> text))
                    .append('\n');
        }
        out.append(Tallies.of(report));
        out.append(Paint.BOLD.on(Summary.of(report), options.color())).append('\n');
    }

    /** Returns all that is said about one finding, ended by a line end. */
    String block(Finding finding, boolean isNamed) {
        StringBuilder text = new StringBuilder();
        String kind = finding.severity().word() + "[" + Visible.escape(finding.rule()) + "]";
        text.append(Paint.of(finding.severity()).on(kind, options.color()))
                .append(Paint.BOLD.on(": " + Visible.text(finding.message()), options.color()))
                .append('\n');
        List<List<Location>> files = byFile(finding);
        List<CodeFrame> frames = files.stream()
                .map(inFile -> CodeFrame.of(inFile, finding.primary()))
                .toList();
        int lastLine = frames.stream().mapToInt(CodeFrame::lastLine).max().orElse(0);
        int gutter = String.valueOf(lastLine).length();
        for (int i = 0; i < files.size(); i++) {
            appendFile(text, files.get(i), frames.get(i), gutter, finding);
        }
        appendNotes(text, finding, gutter, isNamed);
        return text.toString();
    }

    /** Returns the places of a finding file by file, that of the place to change first. */
    private static List<List<Location>> byFile(Finding finding) {
        Map<String, List<Location>> files = new LinkedHashMap<>();
        Stream.concat(Stream.of(finding.primary()), finding.related().stream())
                .forEach(place -> files.computeIfAbsent(place.file().path(), path -> new ArrayList<>())
                        .add(place));
        return List.copyOf(files.values());
    }

    private void appendFile(StringBuilder text, List<Location> inFile, CodeFrame frame, int gutter, Finding finding) {
        Location first = inFile.get(0);
        appendPlace(text, gutter, first, frame.isEmpty() ? first.label() : "");
        if (frame.isEmpty()) {
            inFile.stream().skip(1).forEach(place -> appendPlace(text, gutter, place, place.label()));
            return;
        }
        String bar = Paint.QUIET.on(" ".repeat(gutter) + " |", options.color());
        text.append(bar).append('\n');
        frame.write(text, secrets.of(first.file()), gutter, finding.severity(), options);
        text.append(bar).append('\n');
    }

    private void appendPlace(StringBuilder text, int gutter, Location place, String label) {
        text.append(" ".repeat(gutter))
                .append(Paint.QUIET.on("-->", options.color()))
                .append(' ')
                .append(places.text(place))
                .append(label.isEmpty() ? "" : " (" + Visible.text(label) + ")")
                .append('\n');
    }

    private void appendNotes(StringBuilder text, Finding finding, int gutter, boolean isNamed) {
        if (isNamed) {
            appendNote(text, gutter, "cluster", Visible.escape(finding.cluster()));
        }
        finding.serverMessage().ifPresent(said -> appendNote(text, gutter, "server", Visible.text(said)));
        finding.hint().ifPresent(hint -> appendNote(text, gutter, "help", Visible.text(hint)));
    }

    private void appendNote(StringBuilder text, int gutter, String name, String note) {
        text.append(" ".repeat(gutter))
                .append(Paint.QUIET.on(" =", options.color()))
                .append(' ')
                .append(Paint.BOLD.on(name + ":", options.color()))
                .append(' ')
                .append(note)
                .append('\n');
    }

    private static String clean(LintReport report) {
        StringBuilder text = new StringBuilder("no findings: ");
        text.append(Summary.count(report.coverage().rules(), "rule")).append(" looked at\n");
        report.clusters().stream()
                .limit(MOST_CLUSTERS)
                .forEach(cluster -> text.append("- ").append(describe(cluster)).append('\n'));
        int more = report.clusters().size() - MOST_CLUSTERS;
        return more > 0 ? text.append("- ").append(more).append(" more\n").toString() : text.toString();
    }

    private static String describe(ClusterSummary cluster) {
        String directory = cluster.directory().isEmpty() ? "the top directory" : cluster.directory();
        return Visible.escape(cluster.name()) + " (" + Visible.escape(directory) + ", "
                + cluster.postgresql().map(version -> "PostgreSQL " + version).orElse("any PostgreSQL")
                + ")";
    }

    /** The secrets of the files met last; findings come file by file. */
    private static final class FileSecrets {

        private static final int MOST = 16;

        private final Map<SourceFile, List<Span>> known = new LinkedHashMap<>();

        List<Span> of(SourceFile file) {
            List<Span> secrets = known.get(file);
            if (secrets == null) {
                if (known.size() == MOST) {
                    known.clear();
                }
                secrets = Secrets.inFile(file.content());
                known.put(file, secrets);
            }
            return secrets;
        }
    }
}
