package io.github.pgmtls.lint.rules.exemption;

import io.github.pgmtls.lint.exemption.Remark;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.ExemptionRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** The baseline has more than is found. */
final class BaselineEntryStale extends ExemptionRule {

    private static final String BASELINE = """
            {"schema": "pgmtls-baseline/1", "entries": [
            {"fingerprint": "%s", "rule": "md5-method", "path": "pg_hba.conf"}
            ]}
            """.formatted("0".repeat(64));

    private static final RuleInfo INFO = RuleInfo.of(
                    "baseline-entry-stale",
                    Severity.ERROR,
                    "an entry of the baseline is of nothing that is still found")
            .because("""
                    What it was for is mended, which is good, or has changed. An entry that stays behind would let the \
                    same mistake pass when somebody makes it again.""")
            .claim(Claim.NOTHING)
            .remedy("Run mvn pgmtls:baseline -Dpgmtls.prune, which removes such entries and adds none.")
            .source("README of pgmtls-lint, section Live with a finding for now")
            .bad(Example.hba("hostssl all all all cert\n").with(".pgmtls-baseline.json", BASELINE))
            .good(Example.hba("hostssl all all all cert\n"));

    BaselineEntryStale() {
        super(INFO, Remark.Kind.STALE);
    }
}
