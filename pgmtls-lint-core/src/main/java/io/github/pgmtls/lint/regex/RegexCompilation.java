package io.github.pgmtls.lint.regex;

import java.util.Optional;

/** What became of a pattern: the server would compile it, or refuse it, or we do not know. */
public sealed interface RegexCompilation {

    /** Returns the regular expression, if the server would compile the pattern. */
    default Optional<PostgresRegex> regex() {
        return Optional.empty();
    }

    /** Returns the reason in the server's words, if the server would refuse the pattern. */
    default Optional<String> error() {
        return Optional.empty();
    }

    /**
     * The server compiles the pattern.
     *
     * @param value the regular expression
     */
    record Valid(PostgresRegex value) implements RegexCompilation {
        @Override
        public Optional<PostgresRegex> regex() {
            return Optional.of(value);
        }
    }

    /**
     * The server refuses the pattern.
     *
     * @param message the reason in the server's words, such as {@code quantifier operand invalid}; the server puts
     *     {@code invalid regular expression "...": } before it
     */
    record Invalid(String message) implements RegexCompilation {
        @Override
        public Optional<String> error() {
            return Optional.of(message);
        }
    }

    /**
     * The pattern is larger than this model goes.
     *
     * @param reason the limit that it exceeds, for people
     */
    record Undecided(String reason) implements RegexCompilation {}
}
