package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.Mismatch.Aspect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a record matches a connection.
 *
 * @param truth the answer
 * @param failing what does not match, if the answer is no
 * @param clauses what it takes, if the answer is not known: one fact of each clause
 */
record Match(Truth truth, Optional<Aspect> failing, List<Clause> clauses) {

    /**
     * Facts of which one must hold.
     *
     * @param aspect what they make match
     */
    record Clause(Aspect aspect, List<Fact> facts) {

        boolean holdsWith(List<Fact> known) {
            return facts.stream().anyMatch(fact -> known.stream().anyMatch(k -> k.implies(fact)));
        }
    }

    static final Match YES = new Match(Truth.YES, Optional.empty(), List.of());

    private static final Match NO_TRANSPORT = no(Aspect.TRANSPORT);
    private static final Match NO_ADDRESS = no(Aspect.ADDRESS);
    private static final Match NO_DATABASE = no(Aspect.DATABASE);
    private static final Match NO_USER = no(Aspect.USER);

    private static Match no(Aspect aspect) {
        return new Match(Truth.NO, Optional.of(aspect), List.of());
    }

    static Match failingAt(Aspect aspect) {
        return switch (aspect) {
            case TRANSPORT -> NO_TRANSPORT;
            case ADDRESS -> NO_ADDRESS;
            case DATABASE -> NO_DATABASE;
            case USER -> NO_USER;
        };
    }

    static Match depending(List<Clause> clauses) {
        return new Match(Truth.UNKNOWN, Optional.empty(), List.copyOf(clauses));
    }

    /** Returns what it takes for two records to match that both may match. */
    Match and(Match other) {
        if (clauses.isEmpty() || other.clauses.isEmpty()) {
            return clauses.isEmpty() ? other : this;
        }
        List<Clause> both = new ArrayList<>(clauses);
        both.addAll(other.clauses);
        return depending(both);
    }

    /** Tells, of a match that is not known, whether the record matches where the given facts hold and no others. */
    boolean holdsWith(List<Fact> known) {
        return clauses.stream().allMatch(clause -> clause.holdsWith(known));
    }

    /** Returns facts that must not hold besides the given ones, lest the record match. */
    List<Fact> refutedBy(List<Fact> known) {
        List<Fact> fewest = List.of();
        for (Clause clause : clauses) {
            if (!clause.holdsWith(known) && (fewest.isEmpty() || clause.facts().size() < fewest.size())) {
                fewest = clause.facts();
            }
        }
        return fewest.stream()
                .filter(fact -> known.stream().noneMatch(k -> k.excludes(fact)))
                .toList();
    }
}
