package io.github.pgmtls.lint.access;

import java.util.Arrays;
import java.util.BitSet;

/** A set of numbers that are not large, in the order in which they came. It is quickly emptied. */
final class IntSet {

    private final BitSet known = new BitSet();
    private final IntList members = new IntList();

    /** Adds a number; tells whether it is a new one. */
    boolean add(int number) {
        if (known.get(number)) {
            return false;
        }
        known.set(number);
        members.add(number);
        return true;
    }

    boolean contains(int number) {
        return known.get(number);
    }

    int size() {
        return members.size();
    }

    void clear() {
        for (int i = 0; i < members.size(); i++) {
            known.clear(members.get(i));
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
