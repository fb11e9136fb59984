package io.github.pgmtls.lint.rules.exemption;

import io.github.pgmtls.lint.exemption.Remark;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.ExemptionRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** The last day of a suppression is over. */
final class SuppressionExpired extends ExemptionRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "suppression-expired", Severity.WARNING, "a suppression has expired")
            .because("""
                    It counts up to its last day, in UTC, and that day is over: what it suppressed is found again. The \
                    same holds for an entry of the baseline with an end.""")
            .claim(Claim.NOTHING)
            .remedy("Mend what it suppresses, or agree on another day.")
            .source("README of pgmtls-lint, section Live with a finding for now")
            .timeDependent()
            .bad(Example.hba(
                    "hostssl all all all md5  # pgmtls:ignore[md5-method] until=2026-06-14 -- clients are replaced\n"))
            .good(Example.hba(
                    "hostssl all all all md5  # pgmtls:ignore[md5-method] until=2026-06-15 -- clients are replaced\n"));

    SuppressionExpired() {
        super(INFO, Remark.Kind.EXPIRED);
    }
}
