package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Asks of each record, from the first to the last, whether earlier ones leave it anything.
 *
 * <p>A walk that takes long alternates between the blocks of general and of special selectors. The records of the
 * general ones cover the same for many others; as the walks only ever see more records, what is once known to be covered
 * stays so.
 */
final class ForwardPass {

    /** So many ranges of general atoms are kept that they fit into little memory. */
    private static final int MOST_RANGES = 300_000;

    /** Patience, once it is known what is covered for some general atoms. */
    private static final int FEW_ROUNDS = 16;

    /** What is known of a record so far. */
    enum State {
        UNMATCHABLE,
        SHADOWED,
        LEFT,
        NOT_DECIDED
    }

    private final Space space;
    private final RecordIndex index;
    private final Steps steps;
    private final Probe probe;
    private final AtomSelectors atomSelectors;
    private final CoverWalk generalWalk;
    /** What is covered for general atoms, from the second time on that one is asked for. */
    private final Map<Long, CoveredRanges> covered = new HashMap<>();

    /** General atoms that were asked for once: many are never asked for again. */
    private final Set<Long> seen = new HashSet<>();

    private int rangesKept;
    private final BooleanSupplier gap = this::hasGap;
    private int record;

    /** An atom with fresh names in place of some of its names, over one class of transports. */
    private record General(int database, int user, int transport) {

        /** Returns a number for it; one of the names is fresh. */
        long number() {
            return (long) (database == Atom.FRESH ? user : database) << 8
                    | transport << 1
                    | (database == Atom.FRESH ? 1 : 0);
        }
    }

    ForwardPass(Space space, RecordIndex index, Steps steps, Probe probe) {
        this.space = space;
        this.index = index;
        this.steps = steps;
        this.probe = probe;
        this.atomSelectors = new AtomSelectors(space);
        this.generalWalk = new CoverWalk(steps);
    }

    State[] run() {
        Entries entries = index.entries();
        State[] states = new State[entries.records()];
        for (record = 0; record < states.length; record++) {
            states[record] = state(entries);
        }
        return states;
    }

    private State state(Entries entries) {
        if (record >= entries.analysed()) {
            return State.NOT_DECIDED;
        }
        if (index.apart().isApart(record)) {
            return State.LEFT;
        }
        boolean matchable = false;
        steps.begin();
        try {
            for (int entry = entries.start(record); entry < entries.start(record + 1); entry++) {
                if (probe.begin(Mode.NEVER)
                        .in(entries, entry)
                        .before(index, record)
                        .any(gap)) {
                    return State.LEFT;
                }
                matchable |= probe.hadAtoms();
            }
        } catch (Steps.Exhausted e) {
            return State.NOT_DECIDED;
        }
        return matchable ? State.SHADOWED : State.UNMATCHABLE;
    }

    private boolean hasGap() {
        CoverWalk walk = probe.walk();
        probe.fill(walk);
        int to = probe.to();
        int patience = covered.isEmpty() ? space.tuning.patience() : Math.min(FEW_ROUNDS, space.tuning.patience());
        int at = walk.coveredUntil(walk.start(probe.from()), to, patience);
        if (at >= to || !walk.isImpatient()) {
            return at < to;
        }
        List<CoveredRanges> general = generalRanges(at, to);
        while (at < to) {
            int next = walk.coveredUntil(at, to, 1);
            for (CoveredRanges ranges : general) {
                next = ranges.until(next);
            }
            if (next == at) {
                return true;
            }
            at = next;
        }
        return false;
    }

    /** Returns what is covered for more general atoms than the one at hand, brought up to date. */
    private List<CoveredRanges> generalRanges(int from, int to) {
        Atom atom = probe.atom();
        List<CoveredRanges> ranges = new ArrayList<>(2);
        if (atom.database != Atom.FRESH && (atom.user != Atom.FRESH || !atom.roles.isEmpty())) {
            addRanges(new General(atom.database, Atom.FRESH, probe.transport()), from, to, ranges);
        }
        if (atom.user != Atom.FRESH && atom.database >= 0) {
            addRanges(new General(Atom.FRESH, atom.user, probe.transport()), from, to, ranges);
        }
        return ranges;
    }

    private void addRanges(General general, int from, int to, List<CoveredRanges> into) {
        if (!seen.add(general.number()) && rangesKept < MOST_RANGES) {
            into.add(extended(general, from, to));
        }
    }

    private CoveredRanges extended(General general, int from, int to) {
        Atom atom = new Atom();
        atom.database = general.database();
        atom.user = general.user();
        generalWalk.clear();
        generalWalk.add(index.exact(), atomSelectors.matching(atom), general.transport(), record, CoverWalk.NO_RECORD);
        CoveredRanges ranges = covered.computeIfAbsent(general.number(), number -> new CoveredRanges());
        generalWalk.start(from);
        for (int at = from; at < to; ) {
            int known = ranges.until(at);
            if (known > at) {
                at = known;
                continue;
            }
            steps.spend(1);
            int end = generalWalk.coveredUntil(at, to);
            if (end > at) {
                rangesKept += ranges.add(at, end);
                at = end;
            } else {
                at = generalWalk.nextCovered(to);
            }
        }
        return ranges;
    }
}
