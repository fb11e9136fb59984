package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a file as a terminal shows it: tabs expanded, secrets masked, the invisible escaped, and cut around the
 * part that matters if it is too long. Knows at which column each byte of the line is shown.
 */
final class ShownLine {

    private static final int TAB = 8;
    private static final String CUT = "\u2026";

    private final SourceFile file;
    private final List<Span> secrets;
    private final List<Cell> cells = new ArrayList<>();
    private int firstCell;
    private int lastCell;
    private boolean isCutBefore;
    private boolean isCutAfter;

    /** What some bytes of the file are shown as, and where: {@code column} counts from the first cell made. */
    private record Cell(int start, int end, String shown, int column, int width) {}

    private ShownLine(SourceFile file, List<Span> secrets) {
        this.file = file;
        this.secrets = secrets;
    }

    /**
     * Lays out a line.
     *
     * @param secrets what to mask in the file, in order
     * @param focus the part that has to be seen
     * @param width the number of columns there are, at least 8
     */
    static ShownLine of(SourceFile file, List<Span> secrets, int line, Span focus, int width) {
        ShownLine shown = new ShownLine(file, secrets);
        Span whole = file.lineSpan(line);
        Span near = shown.near(whole, focus, 4 * width);
        shown.layOut(near);
        shown.isCutBefore = near.start() > whole.start();
        shown.isCutAfter = near.end() < whole.end();
        shown.cut(focus, width);
        return shown;
    }

    /** Returns the part of a line around the focus beyond which nothing can be shown: a line may be a gigabyte long. */
    private Span near(Span line, Span focus, int margin) {
        int start = Math.max(line.start(), Math.min(focus.start(), line.end()) - margin);
        while (start > line.start() && isContinuation(file.content().charAt(start))) {
            start--;
        }
        int end = Math.min(line.end(), Math.max(focus.start(), line.start()) + margin);
        while (end < line.end() && isContinuation(file.content().charAt(end))) {
            end++;
        }
        return new Span(start, end);
    }

    private static boolean isContinuation(char c) {
        return (c & 0xc0) == 0x80;
    }

    private void layOut(Span part) {
        int at = part.start();
        int column = 0;
        while (at < part.end()) {
            Cell cell = cell(at, part.end(), column);
            cells.add(cell);
            at = cell.end;
            column += cell.width;
        }
        lastCell = cells.size();
    }

    private Cell cell(int at, int end, int column) {
        int secretEnd = Secrets.endOfSecretAt(secrets, at);
        if (secretEnd > at) {
            return new Cell(at, Math.min(end, secretEnd), Secrets.MASK, column, Secrets.MASK.length());
        }
        String content = file.content();
        char c = content.charAt(at);
        if (c == '\t') {
            int width = TAB - column % TAB;
            return new Cell(at, at + 1, " ".repeat(width), column, width);
        }
        if (c < 0x80) {
            String shown = Visible.opensCommand(content, at) ? Visible.escapeByte(c) : Visible.escape(c);
            return new Cell(at, at + 1, shown, column, shown.length());
        }
        int length = Utf8.length(content, at);
        if (length == 0) {
            return new Cell(at, at + 1, Visible.escapeByte(c), column, 4);
        }
        String shown = Visible.escape(Utf8.codePoint(content, at, length));
        return new Cell(at, at + length, shown, column, DisplayWidth.of(shown));
    }

    /** Chooses the cells that are shown so that the focus is among them. */
    private void cut(Span focus, int width) {
        int total = cells.isEmpty() ? 0 : endColumn(cells.size() - 1);
        if (total <= width && !isCutBefore && !isCutAfter) {
            return;
        }
        int room = width - 2;
        int focusStart = columnInCells(focus.start());
        int focusEnd = columnInCells(focus.end());
        int from = focusEnd <= room && !isCutBefore ? 0 : Math.max(0, Math.min(focusStart - room / 4, total - room));
        while (firstCell < cells.size() && cells.get(firstCell).column < from) {
            firstCell++;
        }
        lastCell = firstCell;
        int left = lastCell < cells.size() ? cells.get(lastCell).column : total;
        while (lastCell < cells.size() && endColumn(lastCell) - left <= room) {
            lastCell++;
        }
        isCutBefore |= firstCell > 0;
        isCutAfter |= lastCell < cells.size();
    }

    private int endColumn(int cell) {
        return cells.get(cell).column + cells.get(cell).width;
    }

    /** Returns the column of an offset from the first cell made. */
    private int columnInCells(int offset) {
        for (Cell cell : cells) {
            if (offset < cell.end) {
                return cell.column;
            }
        }
        return cells.isEmpty() ? 0 : endColumn(cells.size() - 1);
    }

    /** Returns the line as it is shown. */
    String text() {
        StringBuilder out = new StringBuilder(isCutBefore ? CUT : "");
        cells.subList(firstCell, lastCell).forEach(cell -> out.append(cell.shown));
        return out.append(isCutAfter ? CUT : "").toString();
    }

    /** A run of what is shown that is all marked, or all unmarked. */
    record Part(String text, boolean isMarked, boolean isPrimary) {}

    /** Returns {@link #text()} in parts by marks; those of the place to change hide others. */
    List<Part> parts(List<CodeFrame.Mark> marks) {
        List<Part> parts = new ArrayList<>();
        add(parts, new Part(isCutBefore ? CUT : "", false, false));
        for (Cell cell : cells.subList(firstCell, lastCell)) {
            boolean isPrimary = marks.stream().anyMatch(mark -> mark.isPrimary() && covers(mark, cell));
            boolean isMarked = isPrimary || marks.stream().anyMatch(mark -> covers(mark, cell));
            add(parts, new Part(cell.shown, isMarked, isPrimary));
        }
        add(parts, new Part(isCutAfter ? CUT : "", false, false));
        return parts;
    }

    private static boolean covers(CodeFrame.Mark mark, Cell cell) {
        return mark.span().start() < cell.end && cell.start < mark.span().end();
    }

    private static void add(List<Part> parts, Part next) {
        int last = parts.size() - 1;
        boolean isSame =
                last >= 0 && parts.get(last).isMarked == next.isMarked && parts.get(last).isPrimary == next.isPrimary;
        if (isSame) {
            parts.set(last, new Part(parts.get(last).text + next.text, next.isMarked, next.isPrimary));
        } else if (!next.text.isEmpty()) {
            parts.add(next);
        }
    }

    /** Returns the number of columns that {@link #text()} takes. */
    int width() {
        int shown = firstCell < lastCell ? endColumn(lastCell - 1) - cells.get(firstCell).column : 0;
        return shown + (isCutBefore ? 1 : 0) + (isCutAfter ? 1 : 0);
    }

    /** Returns the column at which a byte of the file is shown, counted from 0; if it is cut away, that of the cut. */
    int column(int offset) {
        int margin = isCutBefore ? 1 : 0;
        int left = firstCell < cells.size() ? cells.get(firstCell).column : 0;
        int end = width() - (isCutAfter ? 1 : 0);
        int column = columnInCells(offset) - left + margin;
        return Math.max(0, Math.min(column, end));
    }
}
