package io.github.pgmtls.lint.rules.exemption;

import io.github.pgmtls.lint.exemption.Remark;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.ExemptionRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A comment looks like a suppression and does not count. */
final class SuppressionInvalid extends ExemptionRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "suppression-invalid", Severity.WARNING, "a suppression does not count")
            .because("""
                    A comment that looks like a suppression and is none suppresses nothing: one without a reason, with a \
                    day that is none, of a rule that does not exist, or of one from which nobody is exempt: what keeps \
                    a file from loading, and keys that leaked. With pgmtls.policyRef only those count that are in that \
                    revision too, for a line of the same words: a change cannot exempt itself.""")
            .claim(Claim.NOTHING)
            .remedy(
                    "Write # pgmtls:ignore[rule-id] until=2027-03-31 -- reason, where until can be left out; have a new one approved by a change of its own.")
            .source("README of pgmtls-lint, section Live with a finding for now")
            .bad(Example.hba("hostssl all all all md5  # pgmtls:ignore[md5-method]\n"))
            .good(Example.hba("hostssl all all all md5  # pgmtls:ignore[md5-method] -- clients are replaced in May\n"));

    SuppressionInvalid() {
        super(INFO, Remark.Kind.INVALID);
    }
}
