package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** An option of pg_hba.conf is unknown, malformed, or not for its method. */
final class OptionInvalid extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "option-invalid",
                    Severity.ERROR,
                    "an option of pg_hba.conf is unknown, malformed, or not for its method")
            .because("""
                    Options are written name=value without blanks. Each belongs to certain methods: map, for one, \
                    cannot stand behind scram-sha-256. The server refuses the whole file: a start fails, a reload \
                    keeps the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Correct the option, or delete it.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_auth_opt in hba.c")
            .bad(Example.hba("hostssl  all  all  all  cert  map = m\n").with("pg_ident.conf", "m app1 app1\n"))
            .good(Example.hba("hostssl  all  all  all  cert  map=m\n").with("pg_ident.conf", "m app1 app1\n"));

    OptionInvalid() {
        super(INFO, LoadProblem.Kind.OPTION);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "option \"" + problem.detail() + "\" cannot be used here";
    }
}
