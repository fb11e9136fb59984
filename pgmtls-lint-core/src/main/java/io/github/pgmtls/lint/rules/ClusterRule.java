package io.github.pgmtls.lint.rules;

/** A rule that looks at one cluster at a time. */
public non-sealed interface ClusterRule extends Rule {

    /** Checks one cluster. */
    RuleOutcome check(ClusterContext context);
}
