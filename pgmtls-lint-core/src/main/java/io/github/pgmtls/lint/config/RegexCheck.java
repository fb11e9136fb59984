package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.regex.PostgresRegex;
import io.github.pgmtls.lint.regex.RegexCompilation;
import java.util.Optional;

/** Whether the server compiles a regular expression; one that is too large to tell is taken for good. */
final class RegexCheck {

    private RegexCheck() {}

    static Optional<String> errorOf(String pattern, PostgresVersion version) {
        return PostgresRegex.compile(pattern, version) instanceof RegexCompilation.Invalid invalid
                ? Optional.of(invalid.message())
                : Optional.empty();
    }
}
