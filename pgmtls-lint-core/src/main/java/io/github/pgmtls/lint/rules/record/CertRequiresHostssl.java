package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** The method cert on a record that is not hostssl. */
final class CertRequiresHostssl extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "cert-requires-hostssl", Severity.ERROR, "the method cert stands on a record that is not hostssl")
            .because("""
                    A client certificate exists only under TLS, so the server accepts cert on hostssl records alone. It \
                    refuses the whole file: a start fails, a reload keeps the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write hostssl instead.")
            .source("PostgreSQL documentation, section Certificate Authentication; parse_hba_line in hba.c")
            .bad(Example.hba("host     all  app1  10.0.0.0/8  cert\n"))
            .good(Example.hba("hostssl  all  app1  10.0.0.0/8  cert\n"));

    CertRequiresHostssl() {
        super(INFO, LoadProblem.Kind.CERT_WITHOUT_HOSTSSL);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "method \"cert\" on a record that is not hostssl";
    }
}
