package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import java.util.function.IntPredicate;

/**
 * Compares what happens to the connections that one record decides with what happens to them in another list, or in the
 * same list without that record.
 */
final class Comparison {

    private final Space space;
    private final Steps steps;
    private final Probe probe;
    private final CoverWalk next;

    Comparison(Space space, Steps steps, Probe probe) {
        this.space = space;
        this.steps = steps;
        this.probe = probe;
        this.next = new CoverWalk(steps);
    }

    /**
     * Visits records of the other list that decide otherwise a connection that the record decides here, until one visit
     * says that it is enough; the index behind the last record stands for the implicit reject. Finds at least one if
     * there is one.
     */
    boolean any(RecordIndex here, int record, RecordIndex there, int except, IntPredicate visitor) {
        Layer gaps = Layer.before(here, record);
        int count = there.entries().records();
        Entries entries = here.entries();
        int decision = entries.decision(record);
        int lower = except == CoverWalk.NO_RECORD ? 0 : record + 1;
        int upper = lower;
        for (int entry = entries.start(record); entry < entries.start(record + 1); entry++) {
            Hardest hardest = new Hardest(decision, there, visitor);
            if (probe.begin(Mode.NEVER).in(entries, entry).any(() -> {
                probe.fill(probe.walk(), gaps);
                probe.fill(next, new Layer(there, count, except));
                return hardest.anyOtherwise();
            })) {
                return true;
            }
            upper = Math.max(upper, hardest.greatest);
        }
        return !isOneAtom(entries, record) && anyBetween(gaps, record, there, except, lower, upper, visitor);
    }

    /** What happens to the connections that are hardest to match. */
    private final class Hardest {

        private final int decision;
        private final RecordIndex there;
        private final IntPredicate visitor;

        /** Records that decide any other of the connections are before this one. */
        private int greatest;

        Hardest(int decision, RecordIndex there, IntPredicate visitor) {
            this.decision = decision;
            this.there = there;
            this.visitor = visitor;
        }

        boolean anyOtherwise() {
            CoverWalk walk = probe.walk();
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
    }

    /** Tells whether no record can tell the names of the connections of a record apart. */
    private boolean isOneAtom(Entries entries, int record) {
        for (int entry = entries.start(record); entry < entries.start(record + 1); entry++) {
            int selector = entries.exact(entry);
            int database = space.selectors.database(selector);
            boolean named = (space.terms.isName(database) || database == Terms.REPLICATION)
                    && space.terms.isName(space.selectors.user(selector));
            if (!named) {
                return false;
            }
        }
        return space.isKnown();
    }

    private boolean anyBetween(
            Layer gaps, int record, RecordIndex there, int except, int lower, int upper, IntPredicate visitor) {
        Entries entries = gaps.index().entries();
        int decision = entries.decision(record);
        if (!there.entries().hasOtherDecision(decision, lower, upper)) {
            return false;
        }
        for (int entry = entries.start(record); entry < entries.start(record + 1); entry++) {
            Box box = Box.of(entries, entry, space.selectors);
            int mine = entry;
            OverlapTree.Query query = OverlapTree.Query.overlapping(box, lower, upper, d -> d != decision);
            if (there.overlaps().any(box, query, steps, other -> {
                int owner = there.entries().record(other);
                return probe.begin(Mode.NEVER)
                                .in(entries, mine)
                                .in(there.entries(), other)
                                .isFound(gaps, new Layer(there, owner, except))
                        && visitor.test(owner);
            })) {
                return true;
            }
        }
        return false;
    }
}
