package io.github.pgmtls.lint.source;

import java.util.Arrays;

/** The offsets at which the lines of one file start; made once, asked by binary search. */
final class LineMap {

    private final int[] starts;

    private LineMap(int[] starts) {
        this.starts = starts;
    }

    static LineMap of(String content) {
        int[] starts = new int[64];
        int count = 1;
        for (int lf = content.indexOf('\n'); lf >= 0; lf = content.indexOf('\n', lf + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = lf + 1;
        }
        return new LineMap(Arrays.copyOf(starts, count));
    }

    /** Returns the 1-based number of the line that holds the offset. */
    int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    int start(int line) {
        return starts[line - 1];
    }

    int count() {
        return starts.length;
    }
}
