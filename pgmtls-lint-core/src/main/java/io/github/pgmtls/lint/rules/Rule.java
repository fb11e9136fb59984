package io.github.pgmtls.lint.rules;

/**
 * One condition that is looked for. A rule has no state: the same object serves all clusters, several at a time.
 *
 * @see ClusterRule
 * @see TreeRule
 * @see ExemptionRule
 */
public sealed interface Rule permits ClusterRule, TreeRule, ExemptionRule {

    /** Returns what there is to know about the rule. */
    RuleInfo info();
}
