package io.github.pgmtls.lint.access;

import java.util.Arrays;

/** Sorts positions by numbers without a sign, in a few passes over all of them however long they are. */
final class UnsignedSort {

    private static final int BITS = 11;
    private static final int DIGITS = 1 << BITS;

    /** Up to so many, the digits would cost more than the numbers. */
    private static final int FEW = DIGITS / 4;

    private UnsignedSort() {}

    /** Returns the positions of the first numbers of an array, in the order of the numbers. */
    static int[] order(int[] numbers, int size) {
        return size <= FEW ? orderOfFew(numbers, size) : orderOfMany(numbers, size);
    }

    private static int[] orderOfFew(int[] numbers, int size) {
        long[] sorted = new long[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = Integer.toUnsignedLong(numbers[i]) << Integer.SIZE - 1 | i;
        }
        Arrays.sort(sorted);
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = (int) (sorted[i] & Integer.MAX_VALUE);
        }
        return order;
    }

    private static int[] orderOfMany(int[] numbers, int size) {
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
