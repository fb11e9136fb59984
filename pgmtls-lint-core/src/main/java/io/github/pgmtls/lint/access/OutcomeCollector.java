package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.Match.Clause;
import io.github.pgmtls.lint.access.Mismatch.Aspect;
import io.github.pgmtls.lint.config.HbaRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the outcomes of one connection on the way through the records. */
final class OutcomeCollector {

    /** Nobody reads more, and every one of them costs a look at all before it. */
    private static final int MAX_OUTCOMES = 64;

    private final Connection connection;
    private final List<Case> cases = new ArrayList<>(1);
    private final List<Mismatch> skipped = new ArrayList<>();
    private final List<Match> unknown = new ArrayList<>(0);
    private boolean complete = true;

    /** An outcome whose list of skipped records is not cut yet. */
    private record Case(Optional<HbaRecord> record, List<Assumption> assumptions, int skippedCount) {}

    OutcomeCollector(Connection connection) {
        this.connection = connection;
    }

    /** Passes by a record that does not match. */
    void skip(HbaRecord record, Match match) {
        Aspect aspect = match.failing().orElse(Aspect.TRANSPORT);
        skipped.add(new Mismatch(record, connection, aspect, Optional.empty()));
    }

    /** Passes by a record that may match, in the case that it does not. */
    void pass(HbaRecord record, Match match) {
        Clause clause = match.clauses().get(0);
        skipped.add(new Mismatch(
                record, connection, clause.aspect(), Optional.of(clause.facts().get(0))));
        unknown.add(match);
    }

    /** Looks at both cases of a record that may match. */
    void branch(HbaRecord record, Match match) {
        if (cases.size() < MAX_OUTCOMES) {
            nextCase(Optional.of(record), match).ifPresent(cases::add);
        } else {
            complete = false;
        }
        pass(record, match);
    }

    FirstMatch.Result endingWith(Optional<HbaRecord> record) {
        nextCase(record, Match.YES).ifPresent(cases::add);
        List<Mismatch> all = List.copyOf(skipped);
        List<Outcome> outcomes = cases.stream()
                .map(c -> new Outcome(c.record(), c.assumptions(), all.subList(0, c.skippedCount())))
                .toList();
        return new FirstMatch.Result(outcomes, complete);
    }

    /** Returns the case that the next record decides, if there is such a case. */
    Optional<Outcome> outcome(Optional<HbaRecord> record, Match match) {
        return nextCase(record, match).map(c -> new Outcome(c.record(), c.assumptions(), List.copyOf(skipped)));
    }

    private Optional<Case> nextCase(Optional<HbaRecord> record, Match match) {
        return firstWorld(match.clauses(), new ArrayList<>())
                .map(facts -> new Case(record, assumptions(facts), skipped.size()));
    }

    /** Finds facts, one of each clause, under which no earlier record matches: that others hold as well never helps. */
    private Optional<List<Fact>> firstWorld(List<Clause> clauses, List<Fact> chosen) {
        if (clauses.isEmpty()) {
            return unknown.stream().anyMatch(match -> match.holdsWith(chosen))
                    ? Optional.empty()
                    : Optional.of(List.copyOf(chosen));
        }
        for (Fact fact : clauses.get(0).facts()) {
            if (chosen.stream().anyMatch(other -> other.excludes(fact) || fact.excludes(other))) {
                continue;
            }
            chosen.add(fact);
            Optional<List<Fact>> world = firstWorld(clauses.subList(1, clauses.size()), chosen);
            chosen.remove(chosen.size() - 1);
            if (world.isPresent()) {
                return world;
            }
        }
        return Optional.empty();
    }

    private List<Assumption> assumptions(List<Fact> facts) {
        Set<Assumption> assumptions = new LinkedHashSet<>();
        facts.forEach(fact -> assumptions.add(new Assumption(fact, true)));
        for (Match match : unknown) {
            match.refutedBy(facts).forEach(fact -> assumptions.add(new Assumption(fact, false)));
        }
        return List.copyOf(assumptions);
    }
}
