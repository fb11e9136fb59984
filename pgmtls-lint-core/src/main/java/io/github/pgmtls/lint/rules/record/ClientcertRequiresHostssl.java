package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** clientcert or clientname on a record that is not hostssl. */
final class ClientcertRequiresHostssl extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "clientcert-requires-hostssl",
                    Severity.ERROR,
                    "the option clientcert or clientname stands on a record that is not hostssl")
            .because("""
                    A client certificate exists only under TLS, so the server accepts these options on hostssl records \
                    alone. It refuses the whole file: a start fails, a reload keeps the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write hostssl instead; clients without TLS are then no longer matched by this record.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_auth_opt in hba.c")
            .bad(Example.hba("host     all  all  10.0.0.0/8  scram-sha-256  clientcert=verify-full\n")
                    .on(16))
            .good(Example.hba("hostssl  all  all  10.0.0.0/8  scram-sha-256  clientcert=verify-full\n")
                    .on(16));

    ClientcertRequiresHostssl() {
        super(INFO, LoadProblem.Kind.CLIENTCERT_WITHOUT_HOSTSSL);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "option \"" + problem.detail() + "\" on a record that is not hostssl";
    }
}
