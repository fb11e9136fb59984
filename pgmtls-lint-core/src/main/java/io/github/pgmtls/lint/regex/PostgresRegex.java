package io.github.pgmtls.lint.regex;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.Optional;

/** A regular expression of PostgreSQL. */
public final class PostgresRegex {

    private PostgresRegex() {}

    /** Returns what the server says about an expression that does not compile. */
    public static Optional<String> errorOf(String pattern, PostgresVersion version) {
        return Optional.empty();
    }
}
