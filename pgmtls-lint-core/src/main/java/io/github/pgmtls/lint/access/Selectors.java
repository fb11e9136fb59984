package io.github.pgmtls.lint.access;

import java.util.Arrays;

/** Numbers for the triples of database term, user term and host term that occur in records. */
final class Selectors {

    static final int NONE = -1;

    /** Database, user and host of each selector, one behind the other, as they are looked at together. */
    private int[] triples = new int[3 * 64];

    private int size;

    /** Open addressing: number of the selector plus one, 0 for free. */
    private int[] slots = new int[256];

    /** The two names of the selector in the same slot, to be looked at together. */
    private long[] names = new long[256];

    int size() {
        return size;
    }

    int database(int selector) {
        return triples[3 * selector];
    }

    int user(int selector) {
        return triples[3 * selector + 1];
    }

    int host(int selector) {
        return triples[3 * selector + 2];
    }

    /** Returns the number of a triple, or {@link #NONE} if it does not occur. */
    int find(int databaseTerm, int userTerm, int hostTerm) {
        return slots[slot(databaseTerm, userTerm, hostTerm)] - 1;
    }

    /** Returns the number of a triple, a new one if it did not occur. */
    int of(int databaseTerm, int userTerm, int hostTerm) {
        int slot = slot(databaseTerm, userTerm, hostTerm);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (3 * size == triples.length) {
            triples = Arrays.copyOf(triples, triples.length * 2);
        }
        triples[3 * size] = databaseTerm;
        triples[3 * size + 1] = userTerm;
        triples[3 * size + 2] = hostTerm;
        slots[slot] = ++size;
        names[slot] = names(databaseTerm, userTerm);
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        names = new long[slots.length];
        for (int i = 0; i < size; i++) {
            int slot = slot(database(i), user(i), host(i));
            slots[slot] = i + 1;
            names[slot] = names(database(i), user(i));
        }
    }

    private static long names(int databaseTerm, int userTerm) {
        return (long) databaseTerm << 32 | userTerm;
    }

    private int slot(int databaseTerm, int userTerm, int hostTerm) {
        int hash = (databaseTerm * 0x9e3779b1 + userTerm) * 0x85ebca6b + hostTerm * 0xc2b2ae35;
        int mask = slots.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        long wanted = names(databaseTerm, userTerm);
        while (slots[slot] != 0) {
            if (names[slot] == wanted && host(slots[slot] - 1) == hostTerm) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
