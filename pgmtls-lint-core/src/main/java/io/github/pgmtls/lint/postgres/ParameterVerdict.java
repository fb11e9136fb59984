package io.github.pgmtls.lint.postgres;

import java.util.Optional;

/** What a server thinks of a value given to a parameter. */
public sealed interface ParameterVerdict {

    /** Returns the value as {@code pg_settings.setting} would show it, unless the server refuses it. */
    Optional<String> accepted();

    /**
     * The server takes the value.
     *
     * @param value the value in canonical form: {@code on} or {@code off}, a number in the unit of the parameter, the
     *     word of an enum, or the text as it is
     */
    record Accepted(String value) implements ParameterVerdict {
        @Override
        public Optional<String> accepted() {
            return Optional.of(value);
        }
    }

    /**
     * The server refuses the value.
     *
     * @param message the server's message
     * @param hint the server's hint, if it gives one
     */
    record Rejected(String message, Optional<String> hint) implements ParameterVerdict {
        @Override
        public Optional<String> accepted() {
            return Optional.empty();
        }
    }

    /**
     * The answer depends on something outside the files: the build, the platform, or a check that is not modelled.
     *
     * @param value the value in the form it has if the server takes it
     * @param reason one phrase that says what it depends on
     */
    record NotJudged(String value, String reason) implements ParameterVerdict {
        @Override
        public Optional<String> accepted() {
            return Optional.of(value);
        }
    }
}
