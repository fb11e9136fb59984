package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.ForwardPass.State;
import io.github.pgmtls.lint.config.HbaRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * Which record decides which connections, for all connections at once. Records are named by their index in the list.
 *
 * <p>Every claim is exact: it holds for each connection to any database, by any user, from any address, in every world
 * that agrees with what is known of it; or there is a witness against it, which says whether it rests on assumptions.
 * Where an answer would take more than the {@linkplain Budget budget}, it is <em>not decided</em>. The answers depend on
 * nothing but the records and what is known.
 *
 * <p>Not safe for use by several threads at once.
 */
public final class Reachability {

    private final List<HbaRecord> records;
    private final Questions questions;
    private final Entries entries;
    private final State[] states;

    Reachability(List<HbaRecord> records, Surroundings surroundings, Budget budget, Tuning tuning) {
        this.records = List.copyOf(records);
        Space space = new Space(List.of(this.records), surroundings, budget, tuning);
        RecordIndex index = new RecordIndex(space, 0);
        this.questions = new Questions(space, index, this.records, new Steps(budget));
        this.entries = index.entries();
        this.states = new ForwardPass(space, index, questions.steps, questions.probe).run();
    }

    /** Analyses records. */
    public static Reachability of(List<HbaRecord> records, Surroundings surroundings) {
        return of(records, surroundings, Budget.DEFAULT);
    }

    /** Analyses records within a budget. */
    public static Reachability of(List<HbaRecord> records, Surroundings surroundings, Budget budget) {
        return new Reachability(records, surroundings, budget, Tuning.DEFAULT);
    }

    /** Returns the records. */
    public List<HbaRecord> records() {
        return records;
    }

    /** Tells whether earlier records match, whatever is not known, every connection that a record matches. */
    public boolean isShadowed(int index) {
        return states[index] == State.SHADOWED;
    }

    /** Tells whether a record ever decides a connection. */
    public Reach reach(int index) {
        return switch (states[index]) {
            case UNMATCHABLE -> new Reach.Unmatchable(entries.unmatchable().getOrDefault(index, Unmatchable.USER));
            case SHADOWED -> shadowed(index);
            case NOT_DECIDED -> new Reach.NotDecided();
            case LEFT -> {
                if (questions.index.apart().isApart(index)) {
                    yield new Reach.Reachable(questions.witnesses.ofEntry(entries, entries.start(index)));
                }
                Deciders own = new OwnSearch(questions, index).run(questions.space.isKnown());
                yield own.all().isEmpty()
                        ? new Reach.NotDecided()
                        : new Reach.Reachable(own.all().get(0).witness());
            }
        };
    }

    private Reach shadowed(int index) {
        questions.steps.begin();
        try {
            return questions.shadowCover.of(index);
        } catch (Steps.Exhausted e) {
            return new Reach.Shadowed(List.of(), false);
        }
    }

    /**
     * Returns an earlier record that decides some of the connections that a record matches: that is, which partly
     * shadows it, or wholly.
     *
     * @param wanted which decisions count
     * @return one record at most; if one is soon found that surely does, that one
     */
    public Deciders takenBy(int index, Predicate<Decision> wanted) {
        return takenByAny(index, questions.space.decisions.numbers(wanted));
    }

    private Deciders takenByAny(int index, IntPredicate wanted) {
        if (questions.index.apart().isApart(index)) {
            return Deciders.NOBODY;
        }
        return new MatchedSearch(questions, wanted, index).run(questions.space.isKnown());
    }

    /** Returns an earlier record that decides some of the connections that a record matches otherwise than it would. */
    public Deciders contradictedBy(int index) {
        return takenByAny(index, new OtherThan(entries.decision(index)));
    }

    /** Tells whether a record that is not shadowed could be left out. */
    public Redundancy redundancy(int index) {
        if (states[index] != State.LEFT) {
            return states[index] == State.NOT_DECIDED ? Redundancy.NOT_DECIDED : Redundancy.REDUNDANT;
        }
        if (questions.index.apart().isNeeded(index)) {
            return Redundancy.NEEDED;
        }
        questions.steps.begin();
        try {
            boolean needed = questions.comparison.isNeeded(index);
            boolean complete = entries.analysed() == entries.records();
            return needed ? Redundancy.NEEDED : complete ? Redundancy.REDUNDANT : Redundancy.NOT_DECIDED;
        } catch (Steps.Exhausted e) {
            return Redundancy.NOT_DECIDED;
        }
    }

    /** Returns all records that decide connections of a region, the implicit reject included. */
    public Deciders deciders(Region region, Predicate<Decision> wanted) {
        return deciders(region, wanted, Integer.MAX_VALUE);
    }

    /**
     * Returns records that decide connections of a region, the implicit reject included.
     *
     * @param wanted which decisions count
     * @param enough how many suffice; which ones are then returned is not said
     */
    public Deciders deciders(Region region, Predicate<Decision> wanted, int enough) {
        IntPredicate numbers = questions.space.decisions.numbers(wanted);
        return new RegionSearch(questions, numbers, records.size() + 1, enough).in(region);
    }

    /** Returns how a record can decide the connection of a witness: under which assumptions, and past which records. */
    public Optional<Outcome> explain(int index, Witness witness) {
        return questions.firstMatch().decideBy(index, witness.connection());
    }

    /** Returns how many records it is not decided of whether they ever decide a connection. */
    public int notDecided() {
        int count = 0;
        for (int i = 0; i < states.length; i++) {
            boolean doubtful = states[i] == State.LEFT && questions.space.isDoubtful();
            if (states[i] == State.NOT_DECIDED || (doubtful && reach(i) instanceof Reach.NotDecided)) {
                count++;
            }
        }
        return count;
    }
}
