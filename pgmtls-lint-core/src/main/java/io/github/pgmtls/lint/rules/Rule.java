package io.github.pgmtls.lint.rules;

/**
 * One condition that is looked for. A rule has no state: the same object serves all clusters, several at a time.
 *
 * @see ClusterRule
 * @see TreeRule
 */
public sealed interface Rule permits ClusterRule, TreeRule {

    /** Returns what there is to know about the rule. */
    RuleInfo info();
}
