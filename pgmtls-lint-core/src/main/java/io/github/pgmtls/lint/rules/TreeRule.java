package io.github.pgmtls.lint.rules;

/** A rule that looks at the linted directory as a whole. */
public non-sealed interface TreeRule extends Rule {

    /** Checks the directory. */
    RuleOutcome check(TreeContext context);
}
