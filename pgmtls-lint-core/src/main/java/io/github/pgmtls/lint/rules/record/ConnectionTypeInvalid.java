package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A record starts with something that is no connection type. */
final class ConnectionTypeInvalid extends LoadRule.Hba {

    private static final RuleInfo INFO = RuleInfo.of(
                    "connection-type-invalid",
                    Severity.ERROR,
                    "a record starts with something that is no connection type")
            .because("""
                    The types are local, host, hostssl, hostnossl and, from 12 on, hostgssenc and hostnogssenc, in \
                    lower case. A byte order mark at the start of the file becomes a part of the first word. Up to \
                    15 the include directives are no directives. The server refuses the whole file: a start fails, \
                    a reload keeps the old records.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write one of the connection types in lower case.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; parse_hba_line in hba.c")
            .bad(Example.hba("HOSTSSL  all  all  all  cert\n"))
            .good(Example.hba("hostssl  all  all  all  cert\n"));

    ConnectionTypeInvalid() {
        super(INFO, LoadProblem.Kind.CONNECTION_TYPE);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "\"" + problem.detail() + "\" is no connection type";
    }
}
