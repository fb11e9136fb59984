package io.github.pgmtls.lint.access;

import java.util.Arrays;

/**
 * Walks over a range of addresses along the blocks that match an atom, and finds what no record covers. A record covers
 * an address for the walk if it is before a limit and is not the one that is left out.
 */
final class CoverWalk {

    /** Leaves out no record. */
    static final int NO_RECORD = -1;

    private final Steps steps;
    private int size;
    private Painting[] paintings = new Painting[8];
    private int[] blocks = new int[8];
    private int[] limits = new int[8];
    private int[] excepts = new int[8];

    /** For each block the cell that the walk is in; the one before its first if the walk has not reached it. */
    private int[] cells = new int[8];

    private int gapFrom;
    private int gapTo;
    private boolean moved;

    CoverWalk(Steps steps) {
        this.steps = steps;
    }

    void clear() {
        size = 0;
    }

    /** Adds the blocks of selectors, without those that cover nothing. */
    void add(Painting painting, IntList selectors, int transport, int limit, int except) {
        for (int i = 0; i < selectors.size(); i++) {
            int selector = selectors.get(i);
            if (painting.hasAnyBefore(selector, limit, except)) {
                int block = painting.block(selector, transport);
                if (block != Painting.NO_BLOCK) {
                    add(painting, block, limit, except);
                }
            }
        }
    }

    private void add(Painting painting, int block, int limit, int except) {
        if (size == blocks.length) {
            paintings = Arrays.copyOf(paintings, size * 2);
            blocks = Arrays.copyOf(blocks, size * 2);
            limits = Arrays.copyOf(limits, size * 2);
            excepts = Arrays.copyOf(excepts, size * 2);
            cells = Arrays.copyOf(cells, size * 2);
        }
        paintings[size] = painting;
        blocks[size] = block;
        limits[size] = limit;
        excepts[size] = except;
        size++;
    }

    /** Returns where the gap begins that was found. */
    int gapFrom() {
        return gapFrom;
    }

    /** Returns where the gap ends that was found. */
    int gapTo() {
        return gapTo;
    }

    /** Looks for the first gap in a range. */
    boolean findGap(int from, int to) {
        int at = coveredUntil(start(from), to);
        if (at >= to) {
            return false;
        }
        gapFrom = at;
        gapTo = nextCovered(to);
        return true;
    }

    /** Takes a range for the gap that was found. */
    void found(int from, int to) {
        gapFrom = from;
        gapTo = to;
    }

    /** Puts the walk to an address. */
    int start(int from) {
        for (int i = 0; i < size; i++) {
            cells[i] = paintings[i].locate(blocks[i], from);
        }
        return from;
    }

    /** Moves on to the first address that is not covered; beyond the end, it does not matter how far. */
    int coveredUntil(int from, int to) {
        return coveredUntil(from, to, Integer.MAX_VALUE);
    }

    /** Does the same, but stops after a number of rounds through the blocks. */
    int coveredUntil(int from, int to, int rounds) {
        int at = from;
        moved = true;
        for (int round = 0; moved && at < to && round < rounds; round++) {
            moved = false;
            for (int i = 0; i < size && at < to; i++) {
                steps.spend(1);
                int end = coveredEnd(i, at);
                if (end > at) {
                    at = end;
                    moved = true;
                }
            }
        }
        return at;
    }

    /** Tells whether it stopped because of the rounds, and not because nothing covers the address. */
    boolean isImpatient() {
        return moved;
    }

    /** Moves on, from where nothing is covered, to where something is. */
    int nextCovered(int to) {
        int next = to;
        for (int i = 0; i < size; i++) {
            steps.spend(1);
            Painting painting = paintings[i];
            int end = painting.end(blocks[i]);
            int cell = Math.min(cells[i] + 1, end);
            while (cell < end && painting.bound(cell) < next) {
                cell = painting.nextBelow(blocks[i], cell, limits[i]);
                if (cell == end || isCovered(i, cell)) {
                    break;
                }
                cell++;
                steps.spend(1);
            }
            if (cell < end) {
                next = Math.min(next, painting.bound(cell));
            }
        }
        return next;
    }

    /** Returns the end of what a block covers from an address on, or the address itself. */
    private int coveredEnd(int i, int at) {
        Painting painting = paintings[i];
        int cell = seek(i, at);
        if (cell < blocks[i] || !isCovered(i, cell)) {
            return at;
        }
        int except = excepts[i];
        if (except == NO_RECORD) {
            cells[i] = painting.runEnd(blocks[i], cell, limits[i]);
        } else if (painting.first(cell) < except) {
            cells[i] = painting.runEnd(blocks[i], cell, Math.min(limits[i], except));
        } else {
            cells[i] = cell + 1;
        }
        return painting.bound(cells[i]);
    }

    private boolean isCovered(int i, int cell) {
        int first = paintings[i].first(cell);
        return first < limits[i] && (first != excepts[i] || paintings[i].second(cell) < limits[i]);
    }

    /** Moves the cell of a block on to the one that an address is in. */
    private int seek(int i, int at) {
        Painting painting = paintings[i];
        int end = painting.end(blocks[i]);
        int cell = cells[i];
        for (int tries = 0; cell < end && painting.bound(cell + 1) <= at; tries++) {
            if (tries == 4) {
                cells[i] = painting.locate(blocks[i], at);
                return cells[i];
            }
            cell++;
        }
        cells[i] = cell;
        return cell;
    }

    /** Returns the first record that matches, of those before the limits, where the walk is; or nobody. */
    int firstOwner(int at) {
        int owner = Painting.NOBODY;
        for (int i = 0; i < size; i++) {
            owner = Math.min(owner, owner(i, at));
        }
        return owner;
    }

    /** Returns a number that is greater than those of all first owners in a range, if there is one everywhere. */
    int endOfOwners(int from, int to) {
        int end = Painting.NOBODY;
        start(from);
        for (int i = 0; i < size; i++) {
            steps.spend(1);
            Painting painting = paintings[i];
            int cell = cells[i];
            if (cell >= blocks[i] && painting.bound(painting.end(blocks[i])) >= to) {
                int greatest = painting.greatestOwner(blocks[i], cell, to);
                end = greatest < limits[i] ? Math.min(end, greatest + 1) : end;
            }
        }
        return end;
    }

    /** Returns how many blocks the walk goes along. */
    int blocks() {
        return size;
    }

    /** Returns the first record of a block, of those before the limits, where the walk is; or nobody. */
    int owner(int i, int at) {
        steps.spend(1);
        int cell = seek(i, at);
        if (cell < blocks[i]) {
            return Painting.NOBODY;
        }
        int first = paintings[i].first(cell);
        int mine = first != excepts[i] ? first : paintings[i].second(cell);
        return mine < limits[i] ? mine : Painting.NOBODY;
    }

    /** Returns where, behind an address, the next cell of any block begins. */
    int cellEnd(int at, int to) {
        int end = to;
        for (int i = 0; i < size; i++) {
            int cell = seek(i, at);
            if (cell < paintings[i].end(blocks[i])) {
                end = Math.min(end, paintings[i].bound(cell + 1));
            }
        }
        return end;
    }
}
