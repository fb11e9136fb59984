package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about a rule. Documentation, schemas and report metadata are made from it.
 *
 * @param id in kebab-case, the same words as the class name
 * @param severity of its findings, unless a finding says otherwise
 * @param summary what it finds, one line without a final period
 * @param rationale what the server does about it and what that costs, in sentences
 * @param claim what a server does about it, in short; shown by a test on real servers
 * @param remedy what to do, in sentences
 * @param sources where the facts are from: PostgreSQL documentation or source, RFCs
 * @param since the first major version for which it holds
 * @param until the last major version for which it holds
 * @param timeDependent whether its answer depends on the clock
 * @param exemptible whether its findings can be suppressed, be in a baseline, or be turned off
 * @param options what {@code pgmtls.yaml} can set of it
 * @param bad a directory in which it finds something
 * @param good the same, mended
 */
public record RuleInfo(
        String id,
        Severity severity,
        String summary,
        String rationale,
        Claim claim,
        String remedy,
        List<String> sources,
        int since,
        int until,
        boolean timeDependent,
        boolean exemptible,
        List<RuleOption> options,
        Example bad,
        Example good) {

    public RuleInfo {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a rule id: " + id);
        }
        sources = List.copyOf(sources);
        options = List.copyOf(options);
    }

    /** Returns the same for a rule from whose findings nobody can be exempted: what it finds is never fine. */
    public RuleInfo neverExempt() {
        return new RuleInfo(
                id,
                severity,
                summary,
                rationale,
                claim,
                remedy,
                sources,
                since,
                until,
                timeDependent,
                false,
                options,
                bad,
                good);
    }

    /** Tells whether the rule holds for a version. */
    public boolean appliesTo(PostgresVersion version) {
        return version.major() >= since && version.major() <= until;
    }

    /** Starts the description of a rule. */
    public static Builder of(String id, Severity severity, String summary) {
        return new Builder(id, severity, summary);
    }

    /** Collects the description of a rule; every part is mandatory but the version range, the clock and options. */
    public static final class Builder {

        private final String id;
        private final Severity severity;
        private final String summary;
        private final List<String> sources = new ArrayList<>();
        private String rationale = "";
        private String remedy = "";
        private int since = PostgresVersion.OLDEST;
        private int until = PostgresVersion.NEWEST;
        private boolean timeDependent;
        private final List<RuleOption> options = new ArrayList<>();
        private @Nullable Claim claim;
        private @Nullable Example bad;

        private Builder(String id, Severity severity, String summary) {
            this.id = id;
            this.severity = severity;
            this.summary = summary;
        }

        /** Says what the server does about it and what that costs. */
        public Builder because(String text) {
            rationale = text.strip();
            return this;
        }

        /** Says in short what a server does about it; a test must show it. */
        public Builder claim(Claim what) {
            claim = what;
            return this;
        }

        /** Says what to do. */
        public Builder remedy(String text) {
            remedy = text.strip();
            return this;
        }

        /** Names a source of the facts. */
        public Builder source(String source) {
            sources.add(source);
            return this;
        }

        /** Limits the rule to versions from this one on. */
        public Builder since(int major) {
            since = major;
            return this;
        }

        /** Limits the rule to versions up to this one. */
        public Builder until(int major) {
            until = major;
            return this;
        }

        /** Says that the answer depends on the clock. */
        public Builder timeDependent() {
            timeDependent = true;
            return this;
        }

        /** Declares a number that {@code pgmtls.yaml} can set; see {@link ClusterContext#option}. */
        public Builder option(RuleOption option) {
            options.add(option);
            return this;
        }

        /** Gives the directory in which the rule finds something. */
        public Builder bad(Example example) {
            bad = example;
            return this;
        }

        /** Gives the mended directory, which completes the description. */
        public RuleInfo good(Example good) {
            return new RuleInfo(
                    id,
                    severity,
                    summary,
                    rationale,
                    Objects.requireNonNull(claim, "claim first"),
                    remedy,
                    sources,
                    since,
                    until,
                    timeDependent,
                    true,
                    options,
                    Objects.requireNonNull(bad, "bad example first"),
                    good);
        }
    }
}
