package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.regex.PostgresRegex;
import io.github.pgmtls.lint.regex.RegexMatch;
import java.util.HashMap;
import java.util.Map;

/** Compiles every regular expression once, and bounds the work of all of them together. */
final class Regexes {

    /** More steps than any sensible expression takes for a name of 63 bytes. */
    private static final int STEPS_PER_MATCH = 200_000;

    private final Map<String, NameRegex> compiled = new HashMap<>();
    private long stepsLeft;

    /**
     * @param steps how many steps all matches may take; after that, answers are not known
     */
    Regexes(long steps) {
        this.stepsLeft = steps;
    }

    /** Allows so many steps from now on. */
    void allow(long steps) {
        stepsLeft = steps;
    }

    NameRegex compile(String expression) {
        return compiled.computeIfAbsent(expression, NameRegex::new);
    }

    /** Tells whether an expression matches a name somewhere. */
    Truth matches(String expression, String name) {
        NameRegex regex = compile(expression);
        if (regex.matchesEverything()) {
            return Truth.YES;
        }
        if (regex.onlyName().isPresent()) {
            return Truth.of(regex.onlyName().get().equals(name));
        }
        if (regex.compiled().isEmpty() || stepsLeft <= 0) {
            return Truth.UNKNOWN;
        }
        PostgresRegex.Measured result = regex.compiled().get().match(name, (int) Math.min(stepsLeft, STEPS_PER_MATCH));
        stepsLeft -= result.steps() + 1;
        if (result.match() instanceof RegexMatch.Undecided) {
            return Truth.UNKNOWN;
        }
        return Truth.of(result.match().found().isPresent());
    }
}
