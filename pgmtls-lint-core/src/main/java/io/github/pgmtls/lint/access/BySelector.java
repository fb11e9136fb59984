package io.github.pgmtls.lint.access;

import java.util.Arrays;

/** Entries by a number that each of them has, in file order. */
final class BySelector {

    private final int[] start;
    private final int[] entries;

    /**
     * @param entries how many there are
     * @param numbers behind the highest number
     * @param numberOf the number of each entry
     */
    BySelector(int entries, int numbers, int[] numberOf) {
        this.start = new int[numbers + 1];
        this.entries = new int[entries];
        for (int entry = 0; entry < entries; entry++) {
            start[numberOf[entry] + 1]++;
        }
        for (int i = 0; i < numbers; i++) {
            start[i + 1] += start[i];
        }
        int[] next = start.clone();
        for (int entry = 0; entry < entries; entry++) {
            this.entries[next[numberOf[entry]]++] = entry;
        }
    }

    int count(int number) {
        return number + 1 < start.length ? start[number + 1] - start[number] : 0;
    }

    int get(int number, int index) {
        return entries[start[number] + index];
    }

    int last(int number) {
        return entries[start[number + 1] - 1];
    }

    int[] all(int number) {
        return Arrays.copyOfRange(entries, start[number], start[number + 1]);
    }
}
