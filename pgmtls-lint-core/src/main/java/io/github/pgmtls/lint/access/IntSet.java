package io.github.pgmtls.lint.access;

import java.util.Arrays;

/** A set of numbers that are not large, in the order in which they came. It is quickly emptied. */
final class IntSet {

    /** A bit for each number. A BitSet looks for its highest bit each time that one is cleared. */
    private long[] bits = new long[16];

    private final IntList members = new IntList();

    /** Adds a number; tells whether it is a new one. */
    boolean add(int number) {
        if (contains(number)) {
            return false;
        }
        int word = number >> 6;
        if (word >= bits.length) {
            bits = Arrays.copyOf(bits, Math.max(word + 1, bits.length * 2));
        }
        bits[word] |= 1L << number;
        members.add(number);
        return true;
    }

    boolean contains(int number) {
        int word = number >> 6;
        return word < bits.length && (bits[word] >> number & 1) != 0;
    }

    int size() {
        return members.size();
    }

    void clear() {
        for (int i = 0; i < members.size(); i++) {
            bits[members.get(i) >> 6] = 0;
        }
        members.clear();
    }

    int[] toArray() {
        return members.toArray();
    }

    int[] toSortedArray() {
        int[] sorted = toArray();
        Arrays.sort(sorted);
        return sorted;
    }
}
