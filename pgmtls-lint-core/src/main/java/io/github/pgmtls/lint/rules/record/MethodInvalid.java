package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A method of pg_hba.conf is unknown or impossible. */
final class MethodInvalid extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "method-invalid", Severity.ERROR, "a method of pg_hba.conf is unknown or impossible")
            .because("""
                    The server does not know the method, its version no longer or not yet knows it, its build lacks \
                    it, or the connection type excludes it. The server refuses the whole file: a start fails, a \
                    reload keeps the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write a method that this version knows, in lower case.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_line in hba.c")
            .bad(Example.hba("hostssl  all  all  all  scram-sha256\n"))
            .good(Example.hba("hostssl  all  all  all  scram-sha-256\n"));

    MethodInvalid() {
        super(INFO, LoadProblem.Kind.METHOD);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "method \"" + problem.detail() + "\" cannot be used here";
    }
}
