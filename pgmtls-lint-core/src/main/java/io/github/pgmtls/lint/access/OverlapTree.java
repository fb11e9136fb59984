package io.github.pgmtls.lint.access;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Entries in the order in which their ranges begin, as a tree that finds those that overlap a range. */
final class OverlapTree {

    private static final int MIXED = -1;

    private final Entries entries;
    private final int leaf;
    private final int[] sorted;

    /** What the entries are looked at for first, in their order. */
    private final int[] from;

    private final int[] to;
    private final int[] record;
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
        this.from = new int[sorted.length];
        this.to = new int[sorted.length];
        this.record = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            from[i] = entries.from(sorted[i]);
            to[i] = entries.to(sorted[i]);
            record[i] = entries.record(sorted[i]);
        }
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

    private void build(int node, int begin, int end) {
        if (end - begin <= leaf) {
            greatestTo[node] = Integer.MIN_VALUE;
            firstRecord[node] = Integer.MAX_VALUE;
            lastRecord[node] = Integer.MIN_VALUE;
            for (int i = begin; i < end; i++) {
                int its = entries.decision(record[i]);
                decision[node] = i == begin || decision[node] == its ? its : MIXED;
                greatestTo[node] = Math.max(greatestTo[node], to[i]);
                firstRecord[node] = Math.min(firstRecord[node], record[i]);
                lastRecord[node] = Math.max(lastRecord[node], record[i]);
            }
            return;
        }
        int middle = (begin + end) >>> 1;
        build(2 * node, begin, middle);
        build(2 * node + 1, middle, end);
        greatestTo[node] = Math.max(greatestTo[2 * node], greatestTo[2 * node + 1]);
        firstRecord[node] = Math.min(firstRecord[2 * node], firstRecord[2 * node + 1]);
        lastRecord[node] = Math.max(lastRecord[2 * node], lastRecord[2 * node + 1]);
        decision[node] = decision[2 * node] == decision[2 * node + 1] ? decision[2 * node] : MIXED;
    }

    /** Visits the entries looked for until one visit says that it is enough. */
    boolean any(Query query, Steps steps, IntPredicate visitor) {
        return any(1, 0, sorted.length, query, steps, visitor);
    }

    private boolean any(int node, int begin, int end, Query query, Steps steps, IntPredicate visitor) {
        steps.spend(1);
        if (begin == end
                || from[begin] >= query.to()
                || greatestTo[node] <= query.from()
                || (query.containing() && greatestTo[node] < query.to())
                || firstRecord[node] >= query.endRecord()
                || lastRecord[node] < query.firstRecord()
                || (decision[node] != MIXED && !query.decisions().test(decision[node]))) {
            return false;
        }
        if (end - begin > leaf) {
            int middle = (begin + end) >>> 1;
            return any(2 * node, begin, middle, query, steps, visitor)
                    || any(2 * node + 1, middle, end, query, steps, visitor);
        }
        for (int i = begin; i < end; i++) {
            if (from[i] >= query.to()) {
                return false;
            }
            if (to[i] > query.from()
                    && record[i] < query.endRecord()
                    && record[i] >= query.firstRecord()
                    && query.matches(entries, sorted[i])) {
                steps.spend(1);
                if (visitor.test(sorted[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
