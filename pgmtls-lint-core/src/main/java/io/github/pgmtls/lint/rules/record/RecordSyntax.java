package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A line of pg_hba.conf cannot be read as a record. */
final class RecordSyntax extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "record-syntax", Severity.ERROR, "a line of pg_hba.conf cannot be read as a record")
            .because("""
                    A column is missing, or holds several values where one is allowed, or a file that the line \
                    refers to cannot be read. A blank on the wrong side of a comma is a frequent cause: "a, b" is \
                    one column, "a ,b" are two. The server refuses the whole file: a start fails, a reload keeps \
                    the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("""
                    Give every record its columns: type, database, user, address unless local, method, options.""")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_line in hba.c")
            .bad(Example.hba("hostssl  all  app1\n"))
            .good(Example.hba("hostssl  all  app1  all  cert\n"));

    RecordSyntax() {
        super(
                INFO,
                LoadProblem.Kind.COLUMN_MISSING,
                LoadProblem.Kind.COLUMN_MULTIPLE,
                LoadProblem.Kind.TOKEN,
                LoadProblem.Kind.FILE);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "not a record: " + problem.message();
    }
}
