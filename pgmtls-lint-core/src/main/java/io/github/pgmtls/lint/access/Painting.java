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

    // what is known of a cell: one behind the other, as they are looked at together
    private static final int BOUND = 0;
    private static final int FIRST = 1;
    private static final int SECOND = 2;
    private static final int CELL = 3;

    private final Entries entries;
    private final BySelector bySelector;
    private final int transports;
    private final int manyCells;

    /** For each selector the first record that it is of, or nobody, and its blocks by the classes of transports. */
    private final int[] selectorRows;

    private final int rowLength;
    private final Map<Integer, RunTree> trees = new HashMap<>();

    /** In front of the cells of a block there is one more, whose bound is the number of its last cell. */
    private int[] cells = new int[CELL * 256];

    private int cellCount;
    private int[] scratch = new int[16];

    /** While a block is painted, for each of its cells the nearest from it on that has room for another owner. */
    private int[] open = new int[16];

    Painting(Entries entries, Space space, int[] selectorOf) {
        this.entries = entries;
        this.transports = space.transportCount();
        this.manyCells = space.tuning.manyCells();
        int selectors = space.selectors.size();
        this.bySelector = new BySelector(entries.size(), selectors, selectorOf);
        this.rowLength = 1 + transports;
        this.selectorRows = new int[selectors * rowLength];
        Arrays.fill(selectorRows, NOT_PAINTED);
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
        int row = selector * rowLength;
        if (row >= selectorRows.length) {
            return false;
        }
        int first = selectorRows[row];
        if (first == NOT_PAINTED) {
            first = bySelector.count(selector) > 0 ? entries.record(bySelector.get(selector, 0)) : NOBODY;
            selectorRows[row] = first;
        }
        return first < limit && (first != except || entries.record(bySelector.last(selector)) != except);
    }

    /** Returns the block of a selector over a class of transports, which is the number of its first cell. */
    int block(int selector, int transport) {
        int key = selector * rowLength + 1 + transport;
        if (key >= selectorRows.length) {
            return NO_BLOCK;
        }
        if (selectorRows[key] == NOT_PAINTED) {
            paint(selector, transport);
        }
        return selectorRows[key];
    }

    /** Returns the last cell of a block, which nobody owns. */
    int end(int block) {
        return cells[(block - 1) * CELL + BOUND];
    }

    /** Returns where a cell begins. */
    int bound(int cell) {
        return cells[cell * CELL + BOUND];
    }

    int first(int cell) {
        return cells[cell * CELL + FIRST];
    }

    int second(int cell) {
        return cells[cell * CELL + SECOND];
    }

    /** Returns the last cell of a block that begins at an address or before it, or the one in front of the first. */
    int locate(int block, int address) {
        int low = block;
        int high = end(block);
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (bound(middle) <= address) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Returns the first cell of a block from one on whose first owner is not less than the limit. */
    int runEnd(int block, int cell, int limit) {
        int end = end(block);
        if (end - block >= manyCells) {
            return Math.min(end, block + tree(block).nextAtLeast(cell - block, limit));
        }
        int next = cell;
        while (first(next) < limit) {
            next++;
        }
        return next;
    }

    /** Returns the first cell of a block from one on whose first owner is less than the limit, or its last cell. */
    int nextBelow(int block, int cell, int limit) {
        int end = end(block);
        if (end - block >= manyCells) {
            return Math.min(end, block + tree(block).nextBelow(cell - block, limit));
        }
        int next = cell;
        while (next < end && first(next) >= limit) {
            next++;
        }
        return next;
    }

    /** Returns the greatest first owner of the cells of a block from one on that begin before an address. */
    int greatestOwner(int block, int cell, int to) {
        int end = end(block);
        if (end - block >= manyCells) {
            return tree(block).greatest(cell - block, Math.min(end - 1, locate(block, to - 1)) + 1 - block);
        }
        int greatest = first(cell);
        for (int next = cell + 1; next < end && bound(next) < to; next++) {
            greatest = Math.max(greatest, first(next));
        }
        return greatest;
    }

    private RunTree tree(int block) {
        RunTree known = trees.get(block);
        if (known == null) {
            known = new RunTree(cells, block * CELL + FIRST, CELL, end(block) + 1 - block);
            trees.put(block, known);
        }
        return known;
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
                selectorRows[selector * rowLength + 1 + t] = block;
            }
        }
    }

    private int newBlock(int selector, int transport, int count) {
        int block = cellCount + 1;
        addBounds(selector, transport, count);
        cells[(block - 1) * CELL + BOUND] = cellCount - 1;
        int size = cellCount - block;
        if (open.length < size) {
            open = new int[size + (size >> 1)];
        }
        for (int i = 0; i < size; i++) {
            open[i] = i;
        }
        for (int i = 0; i < count; i++) {
            int entry = bySelector.get(selector, i);
            if ((entries.mask(entries.record(entry)) >> transport & 1) != 0) {
                paintEntry(entry, block);
            }
        }
        return block;
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
        int needed = (cellCount + 1 + size) * CELL;
        if (needed > cells.length) {
            cells = Arrays.copyOf(cells, Math.max(needed, cells.length + (cells.length >> 1)));
        }
        cellCount++;
        for (int i = 0; i < size; i++) {
            if (i == 0 || scratch[i] != scratch[i - 1]) {
                int at = cellCount++ * CELL;
                cells[at + BOUND] = scratch[i];
                cells[at + FIRST] = NOBODY;
                cells[at + SECOND] = NOBODY;
            }
        }
    }

    private void paintEntry(int entry, int block) {
        int record = entries.record(entry);
        int to = entries.to(entry);
        int cell = nearestOpen(locate(block, entries.from(entry)), block);
        for (; bound(cell) < to; cell = nearestOpen(cell + 1, block)) {
            int at = cell * CELL;
            if (cells[at + FIRST] == NOBODY) {
                cells[at + FIRST] = record;
            } else if (cells[at + FIRST] != record) {
                cells[at + SECOND] = record;
                open[cell - block] = cell - block + 1;
            }
        }
    }

    private int nearestOpen(int cell, int block) {
        int root = cell - block;
        while (open[root] != root) {
            root = open[root];
        }
        for (int i = cell - block; i != root; ) {
            int next = open[i];
            open[i] = root;
            i = next;
        }
        return root + block;
    }
}
