package io.github.pgmtls.lint.identity;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.regex.PostgresRegex;
import io.github.pgmtls.lint.regex.RegexMatch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Regular expressions of one file, each compiled once, whose work is bounded for each question. */
final class Expressions {

    private static final long STEPS_PER_QUESTION = 50_000_000;
    private static final int STEPS_PER_MATCH = 1_000_000;
    private static final RegexMatch GIVEN_UP = new RegexMatch.Undecided("too many steps");

    private final PostgresVersion version;
    private final Map<String, Optional<PostgresRegex>> compiled = new HashMap<>();
    private long stepsLeft;

    Expressions(PostgresVersion version) {
        this.version = version;
    }

    void beginQuestion() {
        stepsLeft = STEPS_PER_QUESTION;
    }

    /** Searches a name for an expression that is given without its slash. */
    RegexMatch match(String expression, String name) {
        Optional<PostgresRegex> regex = compiled.computeIfAbsent(
                expression, text -> PostgresRegex.compile(text, version).regex());
        if (regex.isEmpty() || stepsLeft <= 0) {
            return GIVEN_UP;
        }
        PostgresRegex.Measured measured = regex.get().match(name, (int) Math.min(stepsLeft, STEPS_PER_MATCH));
        stepsLeft -= measured.steps() + 1;
        return measured.match();
    }
}
