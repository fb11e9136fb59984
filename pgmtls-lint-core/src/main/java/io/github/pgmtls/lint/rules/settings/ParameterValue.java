package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.LoadRule;
import io.github.pgmtls.lint.rules.RuleInfo;

/** Postgresql.conf gives a parameter a value that the server refuses. */
final class ParameterValue extends LoadRule.Conf {

    private static final RuleInfo INFO = RuleInfo.of(
                    "parameter-value",
                    Severity.ERROR,
                    "postgresql.conf gives a parameter a value that the server refuses")
            .because("The server does not start; at a reload the parameter keeps its old value.")
            .claim(Claim.REFUSES_FILES)
            .remedy("Correct the value.")
            .source("PostgreSQL documentation, chapter Server Configuration")
            .bad(Example.conf("password_encryption = 'scram'\n"))
            .good(Example.conf("password_encryption = 'scram-sha-256'\n"));

    ParameterValue() {
        super(INFO, LoadProblem.Kind.PARAMETER_VALUE);
    }

    @Override
    protected String message(LoadProblem problem) {
        return "value of \"" + problem.detail() + "\" is refused";
    }
}
