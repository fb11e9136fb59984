package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds a small set of records that shadow another one together. */
final class ShadowCover {

    private static final int MAX_RECORDS = 64;
    private static final int MAX_CANDIDATES = 64;

    private final Space space;
    private final Steps steps;
    private final Probe probe;
    private final RecordIndex index;
    private final Entries entries;

    ShadowCover(Questions questions) {
        this.space = questions.space;
        this.steps = questions.steps;
        this.probe = questions.probe;
        this.index = questions.index;
        this.entries = index.entries();
    }

    Reach.Shadowed of(int record) {
        int single = single(record);
        return single >= 0 ? new Reach.Shadowed(List.of(single), true) : several(record);
    }

    /** Returns a record that suffices alone, preferably one that decides otherwise; -1 if there is none. */
    private int single(int record) {
        int decision = entries.decision(record);
        int found = -1;
        List<Integer> candidates = candidates(record);
        for (int candidate : candidates) {
            boolean better =
                    found < 0 || (entries.decision(found) == decision && entries.decision(candidate) != decision);
            if (better && covers(candidate, record)) {
                found = candidate;
            }
        }
        return found;
    }

    /** Returns the records that match the first entry of another one completely. */
    private List<Integer> candidates(int record) {
        Set<Integer> found = new TreeSet<>();
        int entry = entries.start(record);
        Box box = Box.of(entries, entry, space.selectors);
        OverlapTree.Query query =
                OverlapTree.Query.overlapping(box, 0, record, d -> true).thatContainIt();
        index.overlaps().any(box, query, steps, other -> {
            found.add(entries.record(other));
            return found.size() >= MAX_CANDIDATES;
        });
        return new ArrayList<>(found);
    }

    private boolean covers(int candidate, int record) {
        for (int entry = entries.start(record); entry < entries.start(record + 1); entry++) {
            if (probe.begin(Mode.NEVER).in(entries, entry).any(() -> !isCoveredBy(candidate))) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether one record matches the atom at hand over the whole range of addresses. */
    private boolean isCoveredBy(int candidate) {
        if ((entries.mask(candidate) >> probe.transport() & 1) == 0) {
            return false;
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
        return at >= probe.to();
    }

    private Reach.Shadowed several(int record) {
        Set<Integer> cover = new TreeSet<>();
        Layer before = Layer.before(index, record);
        boolean cut = false;
        for (int entry = entries.start(record); entry < entries.start(record + 1) && !cut; entry++) {
            cut = probe.begin(Mode.NEVER).in(entries, entry).any(() -> {
                probe.fill(probe.walk(), before);
                return !collect(cover, record);
            });
        }
        return new Reach.Shadowed(List.copyOf(cover), !cut);
    }

    /** Collects along the walk, each time the record that reaches farthest; false if they become too many. */
    private boolean collect(Set<Integer> cover, int record) {
        CoverWalk walk = probe.walk();
        int decision = entries.decision(record);
        for (int at = walk.start(probe.from()); at < probe.to(); ) {
            int best = -1;
            int reach = at;
            for (int owner : walk.firstOwners(at)) {
                int end = endOf(owner, at);
                boolean otherwise = entries.decision(owner) != decision;
                if (end > reach || (end == reach && otherwise && best >= 0 && entries.decision(best) == decision)) {
                    reach = end;
                    best = owner;
                }
            }
            if (best < 0) {
                return true;
            }
            cover.add(best);
            if (cover.size() > MAX_RECORDS) {
                cover.remove(best);
                return false;
            }
            at = reach;
        }
        return true;
    }

    /** Returns the end of the range of a record that an address is in, for the atom at hand. */
    private int endOf(int record, int at) {
        int end = at;
        for (int entry = entries.start(record); entry < entries.start(record + 1); entry++) {
            steps.spend(1);
            if (entries.from(entry) <= at && probe.selectors().contains(entries.exact(entry))) {
                end = Math.max(end, entries.to(entry));
            }
        }
        return end;
    }
}
