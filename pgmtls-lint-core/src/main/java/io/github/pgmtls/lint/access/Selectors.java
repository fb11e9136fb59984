package io.github.pgmtls.lint.access;

import java.util.Arrays;

/** Numbers for the triples of database term, user term and host term that occur in records. */
final class Selectors {

    static final int NONE = -1;

    /** Database, user and host of each selector, one behind the other, as they are looked at together. */
    private int[] triples = new int[3 * 64];

    private int size;

    /** Open addressing: database and user, then host and the number of the selector plus one, or 0 for free. */
    private long[] slots = new long[2 * 256];

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
        return (int) slots[slot(databaseTerm, userTerm, hostTerm) + 1] - 1;
    }

    /** Returns the number of a triple, a new one if it did not occur. */
    int of(int databaseTerm, int userTerm, int hostTerm) {
        int slot = slot(databaseTerm, userTerm, hostTerm);
        if (slots[slot + 1] != 0) {
            return (int) slots[slot + 1] - 1;
        }
        if (3 * size == triples.length) {
            triples = Arrays.copyOf(triples, triples.length * 2);
        }
        triples[3 * size] = databaseTerm;
        triples[3 * size + 1] = userTerm;
        triples[3 * size + 2] = hostTerm;
        size++;
        put(slot, size - 1);
        if (size * 4 > slots.length) {
            slots = new long[slots.length * 2];
            for (int i = 0; i < size; i++) {
                put(slot(database(i), user(i), host(i)), i);
            }
        }
        return size - 1;
    }

    private void put(int slot, int selector) {
        slots[slot] = pair(database(selector), user(selector));
        slots[slot + 1] = pair(host(selector), selector + 1);
    }

    private static long pair(int upper, int lower) {
        return (long) upper << 32 | lower;
    }

    /** Returns where a triple is, or where it would have to be. */
    private int slot(int databaseTerm, int userTerm, int hostTerm) {
        int hash = (databaseTerm * 0x9e3779b1 + userTerm) * 0x85ebca6b + hostTerm * 0xc2b2ae35;
        int mask = slots.length - 2;
        int slot = (hash ^ (hash >>> 15)) << 1 & mask;
        long names = pair(databaseTerm, userTerm);
        while (slots[slot + 1] != 0) {
            if (slots[slot] == names && (int) (slots[slot + 1] >>> 32) == hostTerm) {
                return slot;
            }
            slot = slot + 2 & mask;
        }
        return slot;
    }
}
