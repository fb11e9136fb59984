package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.finding.Severity;
import java.util.List;
import java.util.Optional;

/** What a policy can say about rules: those that there are. Asked only if the policy speaks of rules. */
public interface KnownRules {

    /** Returns the ids of all rules. */
    List<String> ids();

    /** Returns what there is to know about a rule, if there is such a rule. */
    Optional<Known> find(String id);

    /**
     * A rule as far as a policy is concerned.
     *
     * @param severity of its findings
     * @param exemptible whether its findings can be suppressed and it can be turned off
     * @param options the options that it has
     */
    record Known(Severity severity, boolean exemptible, List<RuleOption> options) {}
}
