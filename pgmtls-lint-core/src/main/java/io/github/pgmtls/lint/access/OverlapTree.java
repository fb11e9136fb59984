package io.github.pgmtls.lint.access;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Entries in the order in which their ranges begin, as a tree that finds those that overlap a range, for one query at a
 * time.
 */
final class OverlapTree {

    private static final int MIXED = -1;
    private static final int EMPTY = -2;

    // what is known of a node, and of an item: one behind the other, as they are looked at together
    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int RECORD = 2;
    private static final int LAST_RECORD = 3;
    private static final int DECISION = 4;
    private static final int NODE = 5;

    private static final int ENTRY = 3;
    private static final int ITEM = 4;

    private final Entries entries;
    private final int leaf;
    private final int leaves;
    private final int[] nodes;
    private final int[] items;

    private Query query = Query.NOTHING;
    private int node;
    private int item;
    private int itemEnd;

    /** What is looked for. */
    record Query(
            int from, int to, int mask, int firstRecord, int endRecord, IntPredicate decisions, boolean containing) {

        static final Query NOTHING = new Query(0, 0, 0, 0, 0, Decisions.EVERY, false);

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
        long[] sorted = new long[entriesOfTree.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = ((long) entries.from(entriesOfTree[i]) << 32) | entriesOfTree[i];
        }
        Arrays.sort(sorted);
        this.items = new int[ITEM * sorted.length];
        int width = 1;
        while (width * leaf < sorted.length) {
            width *= 2;
        }
        this.leaves = width;
        this.nodes = new int[2 * width * NODE];
        for (int i = 1; i < 2 * width; i++) {
            nodes[i * NODE + FROM] = Integer.MAX_VALUE;
            nodes[i * NODE + DECISION] = EMPTY;
        }
        for (int i = 0; i < sorted.length; i++) {
            addItem(i, (int) sorted[i]);
        }
        for (int i = width - 1; i > 0; i--) {
            addNode(i, 2 * i);
            addNode(i, 2 * i + 1);
        }
    }

    private void addItem(int i, int entry) {
        int record = entries.record(entry);
        items[i * ITEM + FROM] = entries.from(entry);
        items[i * ITEM + TO] = entries.to(entry);
        items[i * ITEM + RECORD] = record;
        items[i * ITEM + ENTRY] = entry;
        addTo(leaves + i / leaf, entries.from(entry), entries.to(entry), record, record, entries.decision(record));
    }

    private void addNode(int to, int child) {
        int at = child * NODE;
        addTo(to, nodes[at + FROM], nodes[at + TO], nodes[at + RECORD], nodes[at + LAST_RECORD], nodes[at + DECISION]);
    }

    private void addTo(int which, int from, int to, int firstRecord, int lastRecord, int decision) {
        if (decision == EMPTY) {
            return;
        }
        int at = which * NODE;
        boolean isFirst = nodes[at + DECISION] == EMPTY;
        nodes[at + FROM] = isFirst ? from : Math.min(nodes[at + FROM], from);
        nodes[at + TO] = isFirst ? to : Math.max(nodes[at + TO], to);
        nodes[at + RECORD] = isFirst ? firstRecord : Math.min(nodes[at + RECORD], firstRecord);
        nodes[at + LAST_RECORD] = isFirst ? lastRecord : Math.max(nodes[at + LAST_RECORD], lastRecord);
        nodes[at + DECISION] = isFirst || nodes[at + DECISION] == decision ? decision : MIXED;
    }

    /** Begins to look for entries. */
    void begin(Query wanted) {
        query = wanted;
        node = 1;
        item = 0;
        itemEnd = 0;
    }

    /** Returns the next entry, or {@link Entries#NO_ENTRY} behind the last one. */
    int next(Steps steps) {
        while (true) {
            while (item < itemEnd) {
                int at = item++ * ITEM;
                if (isMatching(at)) {
                    steps.spend(1);
                    return items[at + ENTRY];
                }
            }
            if (node == 0) {
                return Entries.NO_ENTRY;
            }
            steps.spend(1);
            if (isWithout()) {
                moveBehind();
            } else if (node < leaves) {
                node *= 2;
            } else {
                item = (node - leaves) * leaf;
                itemEnd = Math.min(item + leaf, items.length / ITEM);
                moveBehind();
            }
        }
    }

    /** Moves to the next node that is not below this one. */
    private void moveBehind() {
        while ((node & 1) == 1) {
            node >>= 1;
        }
        node += node == 0 ? 0 : 1;
    }

    private boolean isMatching(int at) {
        return items[at + FROM] < query.to()
                && items[at + TO] > query.from()
                && items[at + RECORD] < query.endRecord()
                && items[at + RECORD] >= query.firstRecord()
                && query.matches(entries, items[at + ENTRY]);
    }

    /** Tells whether nothing that is looked for is in the node. */
    private boolean isWithout() {
        int at = node * NODE;
        return nodes[at + FROM] >= query.to()
                || nodes[at + TO] <= query.from()
                || (query.containing() && nodes[at + TO] < query.to())
                || nodes[at + RECORD] >= query.endRecord()
                || nodes[at + LAST_RECORD] < query.firstRecord()
                || (nodes[at + DECISION] != MIXED && !query.decisions().test(nodes[at + DECISION]));
    }
}
