package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The rows under a line of a file that mark parts of it: first the marks themselves with the label of the last one,
 * then the labels of the others, from right to left, each below the start of its mark.
 */
final class MarkRows {

    private final List<Placed> marks;
    private final Paint primary;
    private final boolean color;

    /** A mark with the columns that it takes. */
    private record Placed(int start, int end, String label, boolean isPrimary) {}

    MarkRows(ShownLine line, List<CodeFrame.Mark> marks, Severity severity, boolean color) {
        this.marks = marks.stream()
                .map(mark -> place(line, mark))
                .sorted(Comparator.comparingInt(Placed::start).thenComparing(Placed::isPrimary))
                .toList();
        this.primary = Paint.of(severity);
        this.color = color;
    }

    private static Placed place(ShownLine line, CodeFrame.Mark mark) {
        int start = line.column(mark.span().start());
        int end = line.column(mark.span().end());
        return new Placed(start, Math.max(end, start + 1), mark.label(), mark.isPrimary());
    }

    @SuppressWarnings("ReferenceEquality") // this very mark, not one like it
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        if (marks.isEmpty()) {
            return rows;
        }
        Placed last = marks.get(marks.size() - 1);
        boolean isBehindAll = marks.subList(0, marks.size() - 1).stream().allMatch(mark -> mark.end <= last.start);
        rows.add(markRow()
                + (isBehindAll && !last.label.isEmpty() ? " " + paint(last).on(last.label, color) : ""));
        List<Placed> hanging = new ArrayList<>(marks);
        if (isBehindAll) {
            hanging.remove(last);
        }
        hanging.removeIf(mark -> mark.label.isEmpty());
        if (!hanging.isEmpty()) {
            rows.add(bars(hanging));
        }
        while (!hanging.isEmpty()) {
            Placed mark = hanging.remove(hanging.size() - 1);
            rows.add(pad(bars(before(hanging, mark)), before(hanging, mark), mark.start)
                    + paint(mark).on(mark.label, color));
        }
        return rows;
    }

    private static List<Placed> before(List<Placed> hanging, Placed mark) {
        return hanging.stream().filter(other -> other.start < mark.start).toList();
    }

    /** Marks of the place to change hide those of others. */
    private String markRow() {
        int width = marks.stream().mapToInt(Placed::end).max().orElse(0);
        char[] row = new char[width];
        Arrays.fill(row, ' ');
        marks.stream().filter(mark -> !mark.isPrimary).forEach(mark -> Arrays.fill(row, mark.start, mark.end, '-'));
        marks.stream().filter(Placed::isPrimary).forEach(mark -> Arrays.fill(row, mark.start, mark.end, '^'));
        StringBuilder out = new StringBuilder();
        for (int from = 0; from < width; ) {
            int to = from;
            while (to < width && row[to] == row[from]) {
                to++;
            }
            String run = new String(row, from, to - from);
            out.append(row[from] == ' ' ? run : (row[from] == '^' ? primary : Paint.QUIET).on(run, color));
            from = to;
        }
        return out.toString();
    }

    private String bars(List<Placed> hanging) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (Placed mark : hanging) {
            if (mark.start >= column) {
                out.append(" ".repeat(mark.start - column)).append(paint(mark).on("|", color));
                column = mark.start + 1;
            }
        }
        return out.toString();
    }

    private static String pad(String bars, List<Placed> hanging, int column) {
        int used = hanging.isEmpty() ? 0 : hanging.get(hanging.size() - 1).start + 1;
        return bars + " ".repeat(column - used);
    }

    private Paint paint(Placed mark) {
        return mark.isPrimary ? primary : Paint.QUIET;
    }
}
