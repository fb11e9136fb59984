package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.rules.Rule;
import java.util.List;

/** The rules that are asked only where somebody says who is expected to get in. */
public final class ExpectationRules {

    /** All rules of this kind. */
    public static final List<Rule> ALL = List.of(new ExpectationViolated());

    private ExpectationRules() {}
}
