package io.github.pgmtls.lint.access;

/** Sorts positions by numbers without a sign, in a few passes over all of them however long they are. */
final class UnsignedSort {

    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    private UnsignedSort() {}

    /** Returns the positions of the first numbers of an array, in the order of the numbers. */
    static int[] order(int[] numbers, int size) {
        int[] order = new int[size];
        int[] next = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        for (int shift = 0; shift < Integer.SIZE; shift += BITS) {
            int[] ends = new int[DIGITS + 1];
            for (int i = 0; i < size; i++) {
                ends[(numbers[i] >>> shift & DIGITS - 1) + 1]++;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                ends[digit + 1] += ends[digit];
            }
            for (int i = 0; i < size; i++) {
                int position = order[i];
                next[ends[numbers[position] >>> shift & DIGITS - 1]++] = position;
            }
            int[] sorted = next;
            next = order;
            order = sorted;
        }
        return order;
    }
}
