package io.github.pgmtls.lint.access;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Entries in the order in which their ranges begin, as a tree that finds those that overlap a range. */
final class OverlapTree {

    private static final int MIXED = -1;

    private final Entries entries;
    private final int leaf;
    private final int[] sorted;
    private final int[] greatestTo;
    private final int[] firstRecord;
    private final int[] lastRecord;

    /** The decision that all records of a node share, or {@link #MIXED}. */
    private final int[] decision;

    /** What is looked for. */
    record Query(
            int from, int to, int mask, int firstRecord, int endRecord, IntPredicate decisions, boolean containing) {

        /** Asks for entries that overlap a box. */
        static Query overlapping(Box box, int firstRecord, int endRecord, IntPredicate decisions) {
            return new Query(box.from(), box.to(), box.mask(), firstRecord, endRecord, decisions, false);
        }

        /** Asks for entries whose range contains that of the box. */
        Query thatContainIt() {
            return new Query(from, to, mask, firstRecord, endRecord, decisions, true);
        }

        boolean matches(Entries entries, int entry) {
            int record = entries.record(entry);
            return record >= firstRecord
                    && record < endRecord
                    && (entries.mask(record) & mask) != 0
                    && (containing
                            ? entries.from(entry) <= from && entries.to(entry) >= to
                            : entries.from(entry) < to && entries.to(entry) > from)
                    && decisions.test(entries.decision(record));
        }
    }

    OverlapTree(Entries entries, int[] entriesOfTree, int leaf) {
        this.leaf = leaf;
        this.entries = entries;
        this.sorted = sortedByFrom(entries, entriesOfTree);
        int nodes = 2;
        for (int width = sorted.length; width > leaf; width = (width + 1) / 2) {
            nodes *= 2;
        }
        greatestTo = new int[nodes];
        firstRecord = new int[nodes];
        lastRecord = new int[nodes];
        decision = new int[nodes];
        build(1, 0, sorted.length);
    }

    private static int[] sortedByFrom(Entries entries, int[] unsorted) {
        long[] keys = new long[unsorted.length];
        for (int i = 0; i < unsorted.length; i++) {
            keys[i] = ((long) entries.from(unsorted[i]) << 32) | unsorted[i];
        }
        Arrays.sort(keys);
        int[] sorted = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            sorted[i] = (int) keys[i];
        }
        return sorted;
    }

    private void build(int node, int from, int to) {
        if (to - from <= leaf) {
            greatestTo[node] = Integer.MIN_VALUE;
            firstRecord[node] = Integer.MAX_VALUE;
            lastRecord[node] = Integer.MIN_VALUE;
            for (int i = from; i < to; i++) {
                int record = entries.record(sorted[i]);
                int its = entries.decision(record);
                decision[node] = i == from || decision[node] == its ? its : MIXED;
                greatestTo[node] = Math.max(greatestTo[node], entries.to(sorted[i]));
                firstRecord[node] = Math.min(firstRecord[node], record);
                lastRecord[node] = Math.max(lastRecord[node], record);
            }
            return;
        }
        int middle = (from + to) >>> 1;
        build(2 * node, from, middle);
        build(2 * node + 1, middle, to);
        greatestTo[node] = Math.max(greatestTo[2 * node], greatestTo[2 * node + 1]);
        firstRecord[node] = Math.min(firstRecord[2 * node], firstRecord[2 * node + 1]);
        lastRecord[node] = Math.max(lastRecord[2 * node], lastRecord[2 * node + 1]);
        decision[node] = decision[2 * node] == decision[2 * node + 1] ? decision[2 * node] : MIXED;
    }

    /** Visits the entries looked for until one visit says that it is enough. */
    boolean any(Query query, Steps steps, IntPredicate visitor) {
        return any(1, 0, sorted.length, query, steps, visitor);
    }

    private boolean any(int node, int from, int to, Query query, Steps steps, IntPredicate visitor) {
        steps.spend(1);
        if (from == to
                || entries.from(sorted[from]) >= query.to()
                || greatestTo[node] <= query.from()
                || (query.containing() && greatestTo[node] < query.to())
                || firstRecord[node] >= query.endRecord()
                || lastRecord[node] < query.firstRecord()
                || (decision[node] != MIXED && !query.decisions().test(decision[node]))) {
            return false;
        }
        if (to - from > leaf) {
            int middle = (from + to) >>> 1;
            return any(2 * node, from, middle, query, steps, visitor)
                    || any(2 * node + 1, middle, to, query, steps, visitor);
        }
        for (int i = from; i < to; i++) {
            if (query.matches(entries, sorted[i])) {
                steps.spend(1);
                if (visitor.test(sorted[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
