package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import io.github.pgmtls.lint.config.HbaRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which connections two lists of records decide differently: not the text is compared, but what happens to every
 * connection. Moving, splitting or merging records changes nothing if no connection notices.
 */
public final class AccessDiff {

    /** So many examples are given of what one changed record does. */
    private static final int EXAMPLES = 4;

    private final Space space;
    private final Steps steps;
    private final Questions before;
    private final Questions after;
    private final Set<Long> seen = new HashSet<>();
    private final List<AccessChange> changes = new ArrayList<>();
    private boolean decided = true;

    private AccessDiff(Space space, Budget budget) {
        this.space = space;
        this.steps = new Steps(budget);
        RecordIndex indexBefore = new RecordIndex(space, 0);
        RecordIndex indexAfter = new RecordIndex(space, 1);
        this.before = new Questions(space, indexBefore, space.lists.get(0), steps);
        this.after = new Questions(space, indexAfter, space.lists.get(1), steps);
        run(new KeptRecords(indexBefore.entries(), indexAfter.entries()));
    }

    /** Compares two lists on the same server. */
    public static AccessDiff between(List<HbaRecord> before, List<HbaRecord> after, Surroundings surroundings) {
        return between(before, after, surroundings, Budget.DEFAULT);
    }

    /** Compares two lists on the same server within a budget. */
    public static AccessDiff between(
            List<HbaRecord> before, List<HbaRecord> after, Surroundings surroundings, Budget budget) {
        return between(before, after, surroundings, budget, Tuning.DEFAULT);
    }

    static AccessDiff between(
            List<HbaRecord> before, List<HbaRecord> after, Surroundings surroundings, Budget budget, Tuning tuning) {
        List<List<HbaRecord>> lists = List.of(List.copyOf(before), List.copyOf(after));
        return new AccessDiff(new Space(lists, surroundings, budget, tuning), budget);
    }

    /**
     * Returns the changes, some examples for each changed record, in the order of the records after, then before. If any
     * connection is decided differently, there is at least one, unless that is {@linkplain #isDecided() not decided}.
     */
    public List<AccessChange> changes() {
        return List.copyOf(changes);
    }

    /** Tells whether surely no connection is decided differently. */
    public boolean isUnchanged() {
        return decided && changes.isEmpty();
    }

    /**
     * Tells whether all changed records were compared; otherwise the {@linkplain Budget budget} did not suffice, or a
     * regular expression could not be decided.
     */
    public boolean isDecided() {
        return decided;
    }

    private void run(KeptRecords kept) {
        for (Questions side : List.of(before, after)) {
            decided &= side.index.entries().analysed() == side.index.entries().records();
        }
        compare(before, kept.changedBefore(), after);
        compare(after, kept.changedAfter(), before);
        changes.sort(
                Comparator.comparingInt((AccessChange change) -> change.after().index())
                        .thenComparingInt(change -> change.before().index()));
    }

    private void compare(Questions here, BitSet changed, Questions there) {
        for (int record = changed.nextSetBit(0); record >= 0; record = changed.nextSetBit(record + 1)) {
            steps.begin();
            Set<Integer> others = new HashSet<>();
            int changedRecord = record;
            try {
                here.comparison.any(record, there.index, other -> {
                    others.add(other);
                    return others.size() >= EXAMPLES;
                });
                others.forEach(other -> add(here, changedRecord, there, other));
            } catch (Steps.Exhausted e) {
                others.forEach(other -> add(here, changedRecord, there, other));
                decided = false;
            }
        }
    }

    private void add(Questions here, int record, Questions there, int other) {
        boolean forward = here == before;
        int first = forward ? record : other;
        int second = forward ? other : record;
        if (!seen.add(((long) first << 32) | second)) {
            return;
        }
        Optional<Witness> witness = witness(here, record, there, other);
        if (witness.isPresent()) {
            changes.add(new AccessChange(before.decider(first, witness.get()), after.decider(second, witness.get())));
        } else {
            decided = false;
        }
    }

    private Optional<Witness> witness(Questions here, int record, Questions there, int other) {
        for (Mode mode : space.isKnown() ? List.of(Mode.NEVER) : List.of(Mode.SURELY, Mode.POSSIBLY)) {
            try {
                steps.begin();
                if (isFound(mode, here, record, there, other)) {
                    Optional<Witness> witness = here.witnesses.witness(mode != Mode.POSSIBLY, Witnesses.Limits.NONE);
                    if (mode != Mode.POSSIBLY
                            || witness.filter(w -> here.isPossible(record, there, other, w))
                                    .isPresent()) {
                        return witness;
                    }
                }
            } catch (Steps.Exhausted e) {
                // the next mode may be cheaper
            }
        }
        return Optional.empty();
    }

    private static boolean isFound(Mode mode, Questions here, int record, Questions there, int other) {
        Entries mine = here.index.entries();
        Entries its = there.index.entries();
        for (int entry = mine.start(record); entry < mine.start(record + 1); entry++) {
            boolean implicit = other == its.records();
            int end = implicit ? its.start(other) + 1 : its.start(other + 1);
            for (int otherEntry = its.start(other); otherEntry < end; otherEntry++) {
                Probe probe = here.probe.begin(mode).in(mine, entry);
                if (!implicit) {
                    probe.in(its, otherEntry);
                }
                if (probe.before(here.index, record).before(there.index, other).isFound()) {
                    return true;
                }
            }
        }
        return false;
    }
}
