package io.github.pgmtls.lint.rules.exemption;

import io.github.pgmtls.lint.exemption.Remark;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.ExemptionRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A suppression without a finding. */
final class SuppressionUnused extends ExemptionRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "suppression-unused", Severity.WARNING, "a suppression suppresses nothing")
            .because("""
                    What it was made for is mended, or is found elsewhere now. Left alone, it would hide the same \
                    mistake when somebody makes it again.""")
            .claim(Claim.NOTHING)
            .remedy("Delete it, or put it behind the line that it is for, or on the line above.")
            .source("README of pgmtls-lint, section Live with a finding for now")
            .bad(Example.hba("hostssl all all all cert  # pgmtls:ignore[md5-method] -- clients are replaced in May\n"))
            .good(Example.hba("hostssl all all all md5  # pgmtls:ignore[md5-method] -- clients are replaced in May\n"));

    SuppressionUnused() {
        super(INFO, Remark.Kind.UNUSED);
    }
}
