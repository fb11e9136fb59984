package io.github.pgmtls.lint.rules.exemption;

import io.github.pgmtls.lint.rules.ExemptionRule;
import java.util.List;

/** The rules about suppressions and the baseline. */
public final class ExemptionRules {

    /** All rules of this subject. */
    public static final List<ExemptionRule> ALL = List.of(
            new SuppressionInvalid(), new SuppressionUnused(), new SuppressionExpired(), new BaselineEntryStale());

    private ExemptionRules() {}
}
