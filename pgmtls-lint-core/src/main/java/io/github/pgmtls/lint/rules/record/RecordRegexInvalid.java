package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A regular expression of pg_hba.conf does not compile. */
final class RecordRegexInvalid extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "record-regex-invalid", Severity.ERROR, "a regular expression of pg_hba.conf does not compile")
            .because("""
                    From 16 on a database or user that starts with a slash is a regular expression, quoted or not. \
                    An unquoted comma ends it. The server refuses the whole file: a start fails, a reload keeps the \
                    old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Correct the expression; put it in double quotes if it contains a comma.")
            .source("PostgreSQL 16 documentation, section The pg_hba.conf File")
            .since(16)
            .bad(Example.hba("hostssl  all  /^app(  all  cert\n").on(16))
            .good(Example.hba("hostssl  all  /^app[0-9]+$  all  cert\n").on(16));

    RecordRegexInvalid() {
        super(INFO, LoadProblem.Kind.REGULAR_EXPRESSION);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "regular expression \"" + problem.detail() + "\" does not compile";
    }
}
