package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** Postgresql.conf sets a parameter that the version does not know. */
final class ParameterUnknown extends LoadRule.Conf {

    private static final RuleInfo INFO = RuleInfo.of(
                    "parameter-unknown",
                    Severity.ERROR,
                    "postgresql.conf sets a parameter that the version does not know")
            .because("""
                    The name is misspelt, belongs to a client, or came with a later or went with an earlier \
                    version. The server does not start; at a reload nothing of the file is applied.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Correct or delete the line.")
            .source("PostgreSQL documentation, chapter Server Configuration")
            .bad(Example.conf("ssl_cafile = 'root.crt'\n"))
            .good(Example.conf("ssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca"));

    ParameterUnknown() {
        super(INFO, LoadProblem.Kind.PARAMETER_UNKNOWN);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "unknown parameter \"" + problem.detail() + "\"";
    }
}
