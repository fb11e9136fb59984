package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.PlainLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lines of several files in the order in which the server takes them: rows of a table, and lines cut into tokens. */
final class LineSequence {

    private final Optional<PlainRecords> table;
    private final List<AuthLine> cut = new ArrayList<>();

    /** Numbers of rows; of lines cut into tokens, the complement of their number. */
    private int[] items = new int[16];

    private int size;

    /**
     * @param table takes the plain lines, if that is wanted
     */
    LineSequence(Optional<PlainRecords> table) {
        this.table = table;
    }

    /** Returns what is to take the plain lines of a file that is going to be read. */
    PlainLines plainLinesOf(SourceFile file) {
        return table.isPresent() ? table.get().linesOf(file) : PlainLines.NONE;
    }

    /** Returns the number of rows, when a file was read. */
    int rowsRead() {
        if (table.isEmpty()) {
            return 0;
        }
        table.get().learn();
        return table.get().size();
    }

    void add(AuthLine line) {
        addItem(~cut.size());
        cut.add(line);
    }

    /** Adds rows, and as any other line those that are no plain records after all; returns the number of the next one. */
    int addRows(int from, int to) {
        for (int row = from; row < to; row++) {
            if (table.isEmpty() || table.get().isPlain(row)) {
                addItem(row);
            } else {
                add(table.get().line(row));
            }
        }
        return to;
    }

    private void addItem(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    /** Returns the lines that were cut into tokens. */
    List<AuthLine> cut() {
        return cut;
    }

    /** Returns for each line the number of its row, or the complement of its number among those cut into tokens. */
    int[] items() {
        return Arrays.copyOf(items, size);
    }
}
