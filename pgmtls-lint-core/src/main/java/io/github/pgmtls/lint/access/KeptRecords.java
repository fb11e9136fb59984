package io.github.pgmtls.lint.access;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Records that two lists have in common, in the same order in both. There is no need that they be as many as possible:
 * a connection whose outcome changes is decided, in one of the lists at least, by a record that is not kept.
 */
final class KeptRecords {

    private final Entries before;
    private final Entries after;
    private final BitSet changedBefore = new BitSet();
    private final BitSet changedAfter = new BitSet();

    KeptRecords(Entries before, Entries after) {
        this.before = before;
        this.after = after;
        changedBefore.set(0, before.analysed());
        changedAfter.set(0, after.analysed());
        keepLongestRise(partners());
    }

    /** Returns the records of the first list that are not kept. */
    BitSet changedBefore() {
        return changedBefore;
    }

    /** Returns the records of the second list that are not kept. */
    BitSet changedAfter() {
        return changedAfter;
    }

    /** Returns for each record of the first list an equal one of the second, each used once; -1 where there is none. */
    private int[] partners() {
        int slots = Integer.highestOneBit(Math.max(1, after.analysed())) * 4;
        int[] head = new int[slots];
        int[] next = new int[after.analysed()];
        Arrays.fill(head, -1);
        for (int record = after.analysed() - 1; record >= 0; record--) {
            int slot = hash(after, record) & (slots - 1);
            next[record] = head[slot];
            head[slot] = record;
        }
        int[] partners = new int[before.analysed()];
        for (int record = 0; record < partners.length; record++) {
            int slot = hash(before, record) & (slots - 1);
            int previous = -1;
            int candidate = head[slot];
            while (candidate >= 0 && !areEqual(record, candidate)) {
                previous = candidate;
                candidate = next[candidate];
            }
            partners[record] = candidate;
            if (candidate >= 0 && previous >= 0) {
                next[previous] = next[candidate];
            } else if (candidate >= 0) {
                head[slot] = next[candidate];
            }
        }
        return partners;
    }

    private static int hash(Entries entries, int record) {
        int hash = entries.mask(record) * 31 + entries.decision(record);
        for (int entry = entries.start(record); entry < entries.start(record + 1); entry++) {
            hash = ((hash * 31 + entries.exact(entry)) * 31 + entries.from(entry)) * 31 + entries.to(entry);
        }
        hash *= 0x9e3779b1;
        return hash ^ (hash >>> 16);
    }

    private boolean areEqual(int record, int other) {
        int count = before.start(record + 1) - before.start(record);
        if (before.mask(record) != after.mask(other)
                || before.decision(record) != after.decision(other)
                || after.start(other + 1) - after.start(other) != count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int mine = before.start(record) + i;
            int its = after.start(other) + i;
            if (before.exact(mine) != after.exact(its)
                    || before.from(mine) != after.from(its)
                    || before.to(mine) != after.to(its)) {
                return false;
            }
        }
        return true;
    }

    /** Keeps a longest series of pairs that rises in both lists. */
    private void keepLongestRise(int[] partners) {
        int[] tails = new int[partners.length];
        int[] previous = new int[partners.length];
        int length = 0;
        for (int record = 0; record < partners.length; record++) {
            if (partners[record] < 0) {
                continue;
            }
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (partners[tails[middle]] < partners[record]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[record] = low > 0 ? tails[low - 1] : -1;
            tails[low] = record;
            length = Math.max(length, low + 1);
        }
        for (int record = length > 0 ? tails[length - 1] : -1; record >= 0; record = previous[record]) {
            changedBefore.clear(record);
            changedAfter.clear(partners[record]);
        }
    }
}
