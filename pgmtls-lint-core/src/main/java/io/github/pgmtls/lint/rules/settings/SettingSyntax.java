package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** A line of postgresql.conf cannot be read. */
final class SettingSyntax extends LoadRule.Conf {

    private static final RuleInfo INFO = RuleInfo.of(
                    "setting-syntax", Severity.ERROR, "a line of postgresql.conf cannot be read")
            .because("""
                    A line is name = value; a value that is not a plain number or word needs single quotes: a bare \
                    server.crt or an absolute path is a syntax error. The server does not start; at a reload \
                    nothing of the file is applied.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Put the value in single quotes.")
            .source("PostgreSQL documentation, section Parameter Interaction via the Configuration File; guc-file.l")
            .bad(Example.conf("ssl_cert_file = server.crt\n"))
            .good(Example.conf("ssl_cert_file = 'server.crt'\n").withCredential("server.crt", "CN=db"));

    SettingSyntax() {
        super(INFO, LoadProblem.Kind.SYNTAX, LoadProblem.Kind.FILE);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "the line cannot be read: " + problem.message();
    }
}
