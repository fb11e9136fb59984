package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import io.github.pgmtls.lint.config.HbaRecord;
import java.util.List;
import java.util.Optional;

/** What it takes to ask questions about one list of records. */
final class Questions {

    static final int NO_RECORD = -1;

    final Space space;
    final RecordIndex index;
    final Steps steps;
    final Probe probe;
    final Comparison comparison;
    final ShadowCover shadowCover;
    final Witnesses witnesses;
    private final List<HbaRecord> records;
    private final FirstMatch firstMatch;
    private final CoverWalk matching;

    Questions(Space space, RecordIndex index, List<HbaRecord> records, Steps steps) {
        this.space = space;
        this.index = index;
        this.records = records;
        this.steps = steps;
        this.probe = new Probe(space, steps);
        this.comparison = new Comparison(space, steps, probe, index);
        this.shadowCover = new ShadowCover(space, steps, probe, index);
        this.matching = new CoverWalk(steps);
        this.witnesses = new Witnesses(space, probe);
        this.firstMatch = FirstMatch.of(records, space.surroundings);
    }

    /** Returns a walk along the records that match the atom that the probe is at, if nothing more is taken to hold. */
    CoverWalk walkOfMatching() {
        matching.clear();
        matching.add(
                index.exact(),
                probe.matchingSelectors(),
                probe.transport(),
                index.entries().records(),
                CoverWalk.NO_RECORD);
        return matching;
    }

    /** Tells whether no record before a matching one takes all of a range of addresses; notes what is left. */
    boolean isFirst(int record, int from, int to) {
        if (isExact()) {
            probe.walk().found(from, to);
            return true;
        }
        probe.fill(probe.walk(), index, record, CoverWalk.NO_RECORD);
        return probe.walk().findGap(from, to);
    }

    private boolean isExact() {
        return !space.hasUnknowns || probe.mode() != Mode.SURELY;
    }

    Overlaps overlaps() {
        return index.overlaps(steps);
    }

    FirstMatch firstMatch() {
        return firstMatch;
    }

    /**
     * Tells whether a record decides an example under some assumptions; masks may say that it does not.
     *
     * @param alsoMatching a record that must match it too, or {@link #NO_RECORD}
     */
    boolean isPossible(int record, int alsoMatching, Witness witness) {
        if (!space.addresses.hasMasks()) {
            return true;
        }
        return alsoMatching == NO_RECORD
                ? firstMatch.decideBy(record, witness.connection()).isPresent()
                : firstMatch.canDecide(record, alsoMatching, witness.connection());
    }

    /** Tells whether a record decides an example in a world in which one of another list decides it there. */
    boolean isPossible(int record, Questions there, int other, Witness witness) {
        return !space.addresses.hasMasks()
                || firstMatch.canDecide(record, there.firstMatch, other, witness.connection());
    }

    Decider decider(int at, Witness witness) {
        Optional<HbaRecord> record = at < records.size() ? Optional.of(records.get(at)) : Optional.empty();
        return new Decider(at, record, space.decisions.get(index.entries().decision(at)), witness);
    }
}
