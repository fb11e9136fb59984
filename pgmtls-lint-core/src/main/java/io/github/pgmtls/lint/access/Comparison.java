package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * Compares what happens to the connections that one record of a list decides with what happens to them in another list,
 * or in the same list without that record.
 */
final class Comparison {

    private final Space space;
    private final Steps steps;
    private final Probe probe;
    private final RecordIndex here;
    private final Entries entries;
    private final CoverWalk next;
    private final BooleanSupplier hardest = this::anyOtherwiseAmongHardest;

    // the question at hand
    private RecordIndex there;
    private int record;
    private int except;
    private int decision;
    private IntPredicate visitor = owner -> true;

    /** The record that decides, elsewhere, a connection that is hardest to match, the last of them. */
    private int greatest;

    /** The entry whose connections are looked at. */
    private int entry;

    Comparison(Space space, Steps steps, Probe probe, RecordIndex here) {
        this.space = space;
        this.steps = steps;
        this.probe = probe;
        this.here = here;
        this.there = here;
        this.entries = here.entries();
        this.next = new CoverWalk(steps);
    }

    /** Tells whether some connection that a record decides would be decided otherwise without it. */
    boolean isNeeded(int which) {
        return any(which, here, which, owner -> true);
    }

    /**
     * Visits records of another list that decide otherwise a connection that the record decides here, until one visit
     * says that it is enough; the index behind the last record stands for the implicit reject. Finds at least one if
     * there is one.
     */
    boolean any(int which, RecordIndex other, IntPredicate visit) {
        return any(which, other, CoverWalk.NO_RECORD, visit);
    }

    private boolean any(int which, RecordIndex other, int without, IntPredicate visit) {
        record = which;
        there = other;
        except = without;
        visitor = visit;
        decision = entries.decision(which);
        int lower = without == CoverWalk.NO_RECORD ? 0 : which + 1;
        greatest = lower;
        for (entry = entries.start(which); entry < entries.start(which + 1); entry++) {
            if (probe.begin(Mode.NEVER).in(entries, entry).before(here, which).any(hardest)) {
                return true;
            }
        }
        return !isOneAtom() && anyBetween(lower, greatest);
    }

    /** Looks at what happens to the connections that are hardest to match. */
    private boolean anyOtherwiseAmongHardest() {
        CoverWalk walk = probe.walk();
        probe.fill(walk);
        probe.fill(next, there, there.entries().records(), except);
        int to = probe.to();
        int gap = walk.coveredUntil(walk.start(probe.from()), to);
        while (gap < to) {
            int gapEnd = walk.nextCovered(to);
            for (int at = next.start(gap); at < gapEnd; at = next.cellEnd(at, gapEnd)) {
                int owner = Math.min(next.firstOwner(at), there.entries().records());
                if (there.entries().decision(owner) != decision && visitor.test(owner)) {
                    return true;
                }
                greatest = Math.max(greatest, owner);
            }
            gap = walk.coveredUntil(gapEnd, to);
        }
        return false;
    }

    /** Tells whether no record can tell the names of the connections of the record apart. */
    private boolean isOneAtom() {
        for (int i = entries.start(record); i < entries.start(record + 1); i++) {
            if (!space.isNamed(entries.exact(i))) {
                return false;
            }
        }
        return space.isKnown();
    }

    /** Looks at the other connections: records that decide any of them otherwise are among some of the other list. */
    private boolean anyBetween(int lower, int upper) {
        if (!there.entries().hasOtherDecision(decision, lower, upper)) {
            return false;
        }
        OtherThan otherwise = new OtherThan(decision);
        for (entry = entries.start(record); entry < entries.start(record + 1); entry++) {
            Box box = Box.of(entries, entry, space.selectors);
            OverlapTree.Query query = OverlapTree.Query.overlapping(box, lower, upper, otherwise);
            Overlaps overlaps = there.overlaps(steps);
            overlaps.begin(box, query);
            for (int other = overlaps.next(); other != Entries.NO_ENTRY; other = overlaps.next()) {
                if (isOtherwise(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isOtherwise(int other) {
        int owner = there.entries().record(other);
        return probe.begin(Mode.NEVER)
                        .in(entries, entry)
                        .in(there.entries(), other)
                        .before(here, record)
                        .before(there, owner, except)
                        .isFound()
                && visitor.test(owner);
    }
}
