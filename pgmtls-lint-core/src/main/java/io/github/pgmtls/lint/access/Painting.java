package io.github.pgmtls.lint.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Who owns which addresses. For each selector and class of transports, the ranges of its entries are painted over the
 * addresses in file order; each elementary range (cell) keeps the first and the second record that painted it.
 *
 * <p>A block is the row of cells of one selector and class of transports. Its last cell has no owner and no end. Blocks
 * are painted when somebody looks at them.
 */
final class Painting {

    /** No block, for a selector without entries. */
    static final int NO_BLOCK = -1;

    /** The owner of a cell that nobody painted: greater than every record. */
    static final int NOBODY = Integer.MAX_VALUE;

    private static final int NOT_PAINTED = -2;

    private final Entries entries;
    private final BySelector bySelector;
    private final int transports;
    private final int manyCells;
    private final int[] blockOf;
    private final IntList blockStart = new IntList();
    private final IntList blockEnd = new IntList();
    private final Map<Integer, RunTree> trees = new HashMap<>();

    private int cells;
    private int[] bound = new int[256];
    private int[] first = new int[256];
    private int[] second = new int[256];

    private int[] scratch = new int[16];

    /** While a block is painted, for each of its cells the nearest from it on that has room for another owner. */
    private int[] open = new int[16];

    Painting(Entries entries, Space space, IntList selectorOf) {
        this.entries = entries;
        this.transports = space.transportCount();
        this.manyCells = space.tuning.manyCells();
        int selectors = space.selectors.size();
        this.bySelector = new BySelector(entries.size(), selectors, selectorOf);
        this.blockOf = new int[selectors * transports];
        Arrays.fill(blockOf, NOT_PAINTED);
    }

    Entries entries() {
        return entries;
    }

    /** Returns the entries by the selectors that are painted. */
    BySelector bySelector() {
        return bySelector;
    }

    /** Tells whether a selector has entries of records before a limit other than one that is left out. */
    boolean hasAnyBefore(int selector, int limit, int except) {
        int count = bySelector.count(selector);
        if (count == 0) {
            return false;
        }
        int record = entries.record(bySelector.get(selector, 0));
        return record < limit && (record != except || entries.record(bySelector.get(selector, count - 1)) != except);
    }

    /** Returns the block of a selector over a class of transports. */
    int block(int selector, int transport) {
        int key = selector * transports + transport;
        if (key >= blockOf.length) {
            return NO_BLOCK;
        }
        if (blockOf[key] == NOT_PAINTED) {
            paint(selector, transport);
        }
        return blockOf[key];
    }

    int start(int block) {
        return blockStart.get(block);
    }

    /** Returns the last cell of a block, which nobody owns. */
    int end(int block) {
        return blockEnd.get(block);
    }

    /** Returns where a cell begins. */
    int bound(int cell) {
        return bound[cell];
    }

    int first(int cell) {
        return first[cell];
    }

    int second(int cell) {
        return second[cell];
    }

    /** Returns the first cell of a block from one on whose first owner is not less than the limit. */
    int runEnd(int block, int cell, int limit) {
        int start = blockStart.get(block);
        int end = blockEnd.get(block);
        if (end - start >= manyCells) {
            return Math.min(end, start + tree(block).nextAtLeast(cell - start, limit));
        }
        int next = cell;
        while (first[next] < limit) {
            next++;
        }
        return next;
    }

    /** Returns the first cell of a block from one on whose first owner is less than the limit, or its last cell. */
    int nextBelow(int block, int cell, int limit) {
        int start = blockStart.get(block);
        int end = blockEnd.get(block);
        if (end - start >= manyCells) {
            return Math.min(end, start + tree(block).nextBelow(cell - start, limit));
        }
        int next = cell;
        while (next < end && first[next] >= limit) {
            next++;
        }
        return next;
    }

    /** Returns the greatest first owner of the cells of a block from one on that begin before an address. */
    int greatestOwner(int block, int cell, int to) {
        int start = blockStart.get(block);
        int end = blockEnd.get(block);
        if (end - start >= manyCells) {
            int found = Arrays.binarySearch(bound, cell, end, to);
            return tree(block).greatest(cell - start, (found >= 0 ? found : -found - 1) - start);
        }
        int greatest = first[cell];
        for (int next = cell + 1; next < end && bound[next] < to; next++) {
            greatest = Math.max(greatest, first[next]);
        }
        return greatest;
    }

    private RunTree tree(int block) {
        return trees.computeIfAbsent(block, b -> new RunTree(first, blockStart.get(b), blockEnd.get(b) + 1));
    }

    private void paint(int selector, int transport) {
        int count = bySelector.count(selector);
        int all = 0;
        boolean alike = true;
        for (int i = 0; i < count; i++) {
            int mask = entries.mask(entries.record(bySelector.get(selector, i)));
            alike &= i == 0 || mask == all;
            all |= mask;
        }
        int block = (all >> transport & 1) == 0 ? NO_BLOCK : newBlock(selector, transport, count);
        for (int t = 0; t < transports; t++) {
            if (t == transport || (alike && (all >> transport & 1) == (all >> t & 1))) {
                blockOf[selector * transports + t] = block;
            }
        }
    }

    private int newBlock(int selector, int transport, int count) {
        int firstCell = cells;
        addBounds(selector, transport, count);
        int size = cells - firstCell;
        if (open.length < size) {
            open = new int[size + (size >> 1)];
        }
        for (int i = 0; i < size; i++) {
            open[i] = i;
        }
        for (int i = 0; i < count; i++) {
            int entry = bySelector.get(selector, i);
            if ((entries.mask(entries.record(entry)) >> transport & 1) != 0) {
                paintEntry(entry, firstCell);
            }
        }
        blockStart.add(firstCell);
        blockEnd.add(cells - 1);
        return blockStart.size() - 1;
    }

    private void addBounds(int selector, int transport, int count) {
        if (scratch.length < 2 * count) {
            scratch = new int[2 * count + 16];
        }
        int size = 0;
        for (int i = 0; i < count; i++) {
            int entry = bySelector.get(selector, i);
            if ((entries.mask(entries.record(entry)) >> transport & 1) != 0) {
                scratch[size++] = entries.from(entry);
                scratch[size++] = entries.to(entry);
            }
        }
        if (size > 2) {
            Arrays.sort(scratch, 0, size);
        }
        if (cells + size > bound.length) {
            int length = Math.max(cells + size, bound.length + (bound.length >> 1));
            bound = Arrays.copyOf(bound, length);
            first = Arrays.copyOf(first, length);
            second = Arrays.copyOf(second, length);
        }
        for (int i = 0; i < size; i++) {
            if (i == 0 || scratch[i] != scratch[i - 1]) {
                bound[cells] = scratch[i];
                first[cells] = NOBODY;
                second[cells] = NOBODY;
                cells++;
            }
        }
    }

    private void paintEntry(int entry, int firstCell) {
        int record = entries.record(entry);
        int to = entries.to(entry);
        int cell = Arrays.binarySearch(bound, firstCell, cells, entries.from(entry));
        for (cell = nearestOpen(cell, firstCell); bound[cell] < to; cell = nearestOpen(cell + 1, firstCell)) {
            if (first[cell] == NOBODY) {
                first[cell] = record;
            } else if (first[cell] != record) {
                second[cell] = record;
                open[cell - firstCell] = cell - firstCell + 1;
            }
        }
    }

    private int nearestOpen(int cell, int firstCell) {
        int root = cell - firstCell;
        while (open[root] != root) {
            root = open[root];
        }
        for (int i = cell - firstCell; i != root; ) {
            int next = open[i];
            open[i] = root;
            i = next;
        }
        return root + firstCell;
    }
}
