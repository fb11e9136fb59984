package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has to say about a cluster: findings, and what it could not judge. An outcome with neither means checked
 * and fine, unless the rule did not apply.
 *
 * @param findings what is wrong
 * @param inconclusive what could not be judged, and why; never a pass
 * @param notApplicable why the rule has nothing to look at here, if so
 */
public record RuleOutcome(List<Finding> findings, List<Inconclusive> inconclusive, Optional<String> notApplicable) {

    /**
     * Something a rule could not judge.
     *
     * @param reason why, and what would make it judgeable
     * @param place where it was met, if it has a place
     */
    public record Inconclusive(String reason, Optional<Location> place) {}

    public RuleOutcome {
        findings = List.copyOf(findings);
        inconclusive = List.copyOf(inconclusive);
    }

    /** The rule has nothing to look at here. */
    public static RuleOutcome notApplicable(String why) {
        return new RuleOutcome(List.of(), List.of(), Optional.of(why));
    }

    /** The rule could not judge anything here. */
    public static RuleOutcome inconclusive(String reason) {
        return new RuleOutcome(List.of(), List.of(new Inconclusive(reason, Optional.empty())), Optional.empty());
    }

    /** The rule looked and found this. */
    public static RuleOutcome of(List<Finding> findings) {
        return new RuleOutcome(findings, List.of(), Optional.empty());
    }

    /** Collects an outcome piece by piece. */
    public static final class Builder {

        private final List<Finding> findings = new ArrayList<>();
        private final List<Inconclusive> inconclusive = new ArrayList<>();

        /** Adds a finding. */
        public Builder add(Finding finding) {
            findings.add(finding);
            return this;
        }

        /** Adds something that could not be judged. */
        public Builder inconclusive(String reason, Location place) {
            inconclusive.add(new Inconclusive(reason, Optional.of(place)));
            return this;
        }

        /** Adds something that could not be judged, with its place if it has one. */
        public Builder inconclusive(String reason, Optional<Location> place) {
            inconclusive.add(new Inconclusive(reason, place));
            return this;
        }

        /** Adds something without a place that could not be judged. */
        public Builder inconclusive(String reason) {
            inconclusive.add(new Inconclusive(reason, Optional.empty()));
            return this;
        }

        /** Returns what was collected. */
        public RuleOutcome build() {
            return new RuleOutcome(findings, inconclusive, Optional.empty());
        }
    }
}
