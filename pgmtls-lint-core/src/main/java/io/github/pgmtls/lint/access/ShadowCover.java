package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** Finds a small set of records that shadow another one together. */
final class ShadowCover {

    private static final int MAX_RECORDS = 64;

    private final Space space;
    private final Steps steps;
    private final Probe probe;
    private final RecordIndex index;
    private final Entries entries;
    // made once, because they are asked for every record
    private final BooleanSupplier firstOwner = this::findFirstOwner;
    private final BooleanSupplier uncovered = this::isNotCoveredByCandidate;
    private final BooleanSupplier uncollected = this::isNotCollected;

    // the question at hand
    private int record;
    private int decision;
    private int candidate;

    private final IntSet found = new IntSet();

    ShadowCover(Space space, Steps steps, Probe probe, RecordIndex index) {
        this.space = space;
        this.steps = steps;
        this.probe = probe;
        this.index = index;
        this.entries = index.entries();
    }

    Reach.Shadowed of(int which) {
        record = which;
        decision = entries.decision(which);
        int single = single();
        if (single >= 0) {
            return new Reach.Shadowed(List.of(single), true);
        }
        found.clear();
        boolean cut = anyEntry(uncollected);
        return new Reach.Shadowed(sorted(), !cut);
    }

    private boolean anyEntry(BooleanSupplier question) {
        for (int entry = entries.start(record); entry < entries.start(record + 1); entry++) {
            if (probe.begin(Mode.NEVER).in(entries, entry).before(index, record).any(question)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether there was room for a record. */
    private boolean add(int owner) {
        if (found.size() == MAX_RECORDS && !found.contains(owner)) {
            return false;
        }
        found.add(owner);
        return true;
    }

    private List<Integer> sorted() {
        List<Integer> records = new ArrayList<>(found.size());
        for (int owner : found.toSortedArray()) {
            records.add(owner);
        }
        return Collections.unmodifiableList(records);
    }

    /** Returns a record that suffices alone, preferably one that decides otherwise; -1 if there is none. */
    private int single() {
        // none before the first that matches some connection can suffice, and mostly that one does
        int best = anyEntry(firstOwner) && !anyEntry(uncovered) ? candidate : -1;
        if (best >= 0 && entries.decision(best) != decision) {
            return best;
        }
        IntPredicate wanted = best < 0 ? Decisions.EVERY : new OtherThan(decision);
        found.clear();
        Box box = Box.of(entries, entries.start(record), space.selectors);
        OverlapTree.Query containing =
                OverlapTree.Query.overlapping(box, 0, record, wanted).thatContainIt();
        Overlaps overlaps = index.overlaps(steps);
        overlaps.begin(box, containing);
        for (int entry = overlaps.next(); entry != Entries.NO_ENTRY; entry = overlaps.next()) {
            if (!add(entries.record(entry))) {
                break;
            }
        }
        for (int each : found.toSortedArray()) {
            candidate = each;
            boolean better = best < 0 || (entries.decision(best) == decision && entries.decision(each) != decision);
            if (better && !anyEntry(uncovered)) {
                best = each;
            }
        }
        return best;
    }

    private boolean findFirstOwner() {
        CoverWalk walk = probe.walk();
        probe.fill(walk);
        candidate = walk.firstOwner(walk.start(probe.from()));
        return true;
    }

    /** Tells whether the candidate does not match the atom at hand over the whole range of addresses. */
    private boolean isNotCoveredByCandidate() {
        if ((entries.mask(candidate) >> probe.transport() & 1) == 0) {
            return true;
        }
        int at = probe.from();
        for (boolean moved = true; moved && at < probe.to(); ) {
            moved = false;
            for (int entry = entries.start(candidate); entry < entries.start(candidate + 1); entry++) {
                steps.spend(1);
                if (entries.from(entry) <= at
                        && entries.to(entry) > at
                        && probe.selectors().contains(entries.exact(entry))) {
                    at = entries.to(entry);
                    moved = true;
                }
            }
        }
        return at < probe.to();
    }

    /** Collects along the walk, each time the record that reaches farthest; tells whether they became too many. */
    private boolean isNotCollected() {
        CoverWalk walk = probe.walk();
        probe.fill(walk);
        for (int at = walk.start(probe.from()); at < probe.to(); ) {
            int best = -1;
            int reach = at;
            for (int block = 0; block < walk.blocks(); block++) {
                int owner = walk.owner(block, at);
                int end = owner == Painting.NOBODY ? at : endOf(owner, at);
                if (end > reach || (end == reach && best >= 0 && isBetter(owner, best))) {
                    reach = end;
                    best = owner;
                }
            }
            if (best < 0) {
                return false;
            }
            if (!add(best)) {
                return true;
            }
            at = reach;
        }
        return false;
    }

    private boolean isBetter(int owner, int than) {
        return entries.decision(owner) != decision && entries.decision(than) == decision;
    }

    /** Returns the end of the range of a record that an address is in, for the atom at hand. */
    private int endOf(int owner, int at) {
        int end = at;
        for (int entry = entries.start(owner); entry < entries.start(owner + 1); entry++) {
            steps.spend(1);
            if (entries.from(entry) <= at && probe.selectors().contains(entries.exact(entry))) {
                end = Math.max(end, entries.to(entry));
            }
        }
        return end;
    }
}
