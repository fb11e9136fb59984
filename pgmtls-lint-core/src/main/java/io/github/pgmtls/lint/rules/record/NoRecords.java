package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** Pg_hba.conf holds no record. */
final class NoRecords extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of("no-records", Severity.ERROR, "pg_hba.conf holds no record")
            .because("""
                    Without a record nobody could connect. The server refuses the whole file: a start fails, a \
                    reload keeps the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write at least one record, or do not keep the file in the repository.")
            .source("load_hba in hba.c")
            .bad(Example.hba("# records come later\n"))
            .good(Example.hba("local  all  postgres  peer\n"));

    NoRecords() {
        super(INFO, LoadProblem.Kind.NO_RECORDS);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "pg_hba.conf holds no record";
    }
}
