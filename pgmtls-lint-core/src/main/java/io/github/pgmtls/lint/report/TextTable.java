package io.github.pgmtls.lint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table as psql prints it in its aligned format: headings in the middle, numbers at the right, and the number of rows
 * below. What is NULL is left blank.
 */
final class TextTable {

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A column.
     *
     * @param heading its name
     * @param isNumber whether it holds numbers
     */
    record Column(String heading, boolean isNumber) {

        static Column text(String heading) {
            return new Column(heading, false);
        }

        static Column number(String heading) {
            return new Column(heading, true);
        }
    }

    TextTable(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row of as many cells as there are columns, each harmless to show. */
    void add(List<Optional<String>> cells) {
        rows.add(cells.stream().map(cell -> cell.orElse("")).toList());
    }

    void write(StringBuilder out) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = rows.stream()
                    .mapToInt(row -> DisplayWidth.of(row.get(column)))
                    .reduce(DisplayWidth.of(columns.get(i).heading()), Math::max);
        }
        List<String> headings = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String heading = columns.get(i).heading();
            int before = (widths[i] - DisplayWidth.of(heading)) / 2;
            headings.add(pad(" ".repeat(before) + heading, widths[i], false));
            rules.add("-".repeat(widths[i] + 2));
        }
        line(out, headings);
        out.append(String.join("+", rules)).append('\n');
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < widths.length; i++) {
                cells.add(pad(row.get(i), widths[i], columns.get(i).isNumber()));
            }
            line(out, cells);
        }
        out.append(rows.size() == 1 ? "(1 row)\n" : "(" + rows.size() + " rows)\n");
    }

    private static String pad(String text, int width, boolean atRight) {
        String blanks = " ".repeat(width - DisplayWidth.of(text));
        return atRight ? blanks + text : text + blanks;
    }

    private static void line(StringBuilder out, List<String> cells) {
        out.append((" " + String.join(" | ", cells)).stripTrailing()).append('\n');
    }
}
