package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaRecord;
import java.util.List;
import java.util.Optional;

/**
 * The record that decides a connection: the first that matches; no record behind it is ever looked at.
 *
 * <p>Source: {@code check_hba} in {@code src/backend/libpq/hba.c} (10 to 19).
 */
public final class FirstMatch {

    /** For one connection. */
    private static final long REGEX_STEPS = 50_000_000;

    private final List<HbaRecord> records;
    private final Surroundings surroundings;
    private final Regexes regexes = new Regexes(REGEX_STEPS);

    private FirstMatch(List<HbaRecord> records, Surroundings surroundings) {
        this.records = List.copyOf(records);
        this.surroundings = surroundings;
    }

    /** Prepares to decide connections to a server with these records. */
    public static FirstMatch of(List<HbaRecord> records, Surroundings surroundings) {
        return new FirstMatch(records, surroundings);
    }

    /** Decides one connection. */
    public static Result decide(List<HbaRecord> records, Connection connection, Surroundings surroundings) {
        return of(records, surroundings).decide(connection);
    }

    /**
     * What can happen to a connection.
     *
     * @param outcomes in file order of their records, one or more. The last one is that in which nothing unknown holds;
     *     each of the others comes with one example of the assumptions that lead to it
     * @param complete whether these are all; otherwise further records could decide the connection, before the last
     */
    public record Result(List<Outcome> outcomes, boolean complete) {

        /** Returns the only outcome, if there is only one. */
        public Optional<Outcome> certain() {
            return complete && outcomes.size() == 1 ? Optional.of(outcomes.get(0)) : Optional.empty();
        }

        /** Returns the outcome in which nothing unknown holds. */
        public Outcome last() {
            return outcomes.get(outcomes.size() - 1);
        }
    }

    private RecordMatcher matcher(Connection connection) {
        regexes.allow(REGEX_STEPS);
        return new RecordMatcher(connection, surroundings, regexes);
    }

    /** Decides one connection. */
    public Result decide(Connection connection) {
        RecordMatcher matcher = matcher(connection);
        OutcomeCollector collector = new OutcomeCollector(connection);
        for (HbaRecord record : records) {
            Match match = matcher.match(record);
            switch (match.truth()) {
                case NO -> collector.skip(record, match);
                case UNKNOWN -> collector.branch(record, match);
                case YES -> {
                    return collector.endingWith(Optional.of(record));
                }
            }
        }
        return collector.endingWith(Optional.empty());
    }

    /**
     * Returns how one record can decide a connection; nothing if it cannot.
     *
     * @param index of the record in the list; behind the last one, the implicit reject
     */
    public Optional<Outcome> decideBy(int index, Connection connection) {
        OutcomeCollector collector = new OutcomeCollector(connection);
        Optional<HbaRecord> record = index < records.size() ? Optional.of(records.get(index)) : Optional.empty();
        return reach(index, connection, collector).flatMap(match -> collector.outcome(record, match));
    }

    /** Tells whether one record can decide a connection that another one matches as well. */
    boolean canDecide(int index, int alsoMatching, Connection connection) {
        OutcomeCollector collector = new OutcomeCollector(connection);
        Match also = matcher(connection).match(records.get(alsoMatching));
        return also.truth() != Truth.NO
                && reach(index, connection, collector)
                        .flatMap(match -> collector.outcome(Optional.empty(), match.and(also)))
                        .isPresent();
    }

    /** Tells whether one record can decide a connection in a world in which one of another list decides it there. */
    boolean canDecide(int index, FirstMatch other, int otherIndex, Connection connection) {
        OutcomeCollector collector = new OutcomeCollector(connection);
        Optional<Match> here = reach(index, connection, collector);
        Optional<Match> there = other.reach(otherIndex, connection, collector);
        return here.isPresent()
                && there.isPresent()
                && collector
                        .outcome(Optional.empty(), here.get().and(there.get()))
                        .isPresent();
    }

    /** Passes by the records before one; returns how that one matches, and nothing if it cannot come to that. */
    private Optional<Match> reach(int index, Connection connection, OutcomeCollector collector) {
        RecordMatcher matcher = matcher(connection);
        for (HbaRecord record : records.subList(0, index)) {
            Match match = matcher.match(record);
            switch (match.truth()) {
                case NO -> collector.skip(record, match);
                case UNKNOWN -> collector.pass(record, match);
                case YES -> {
                    return Optional.empty();
                }
            }
        }
        Match match = index < records.size() ? matcher.match(records.get(index)) : Match.YES;
        return match.truth() == Truth.NO ? Optional.empty() : Optional.of(match);
    }
}
