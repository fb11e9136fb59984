package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.regex.PostgresRegex;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression as one alternative of a database or user column. Such columns hold regular expressions from 16
 * on, and from 14 on all versions read them alike.
 */
final class NameRegex {

    private static final PostgresVersion ANY_VERSION = new PostgresVersion(PostgresVersion.NEWEST);

    /** Names are never empty. */
    private static final Set<String> EVERYTHING =
            Set.of("", "^", "$", ".*", "^.*", ".*$", "^.*$", ".+", "^.+", ".+$", "^.+$", ".", "^.", ".$");

    private static final Pattern ONE_NAME = Pattern.compile("\\^([A-Za-z0-9_-]+)\\$");

    private final boolean everything;
    private final Optional<String> onlyName;
    private final Optional<PostgresRegex> compiled;

    /** Compiles an expression, given without its slash. */
    NameRegex(String expression) {
        Matcher matcher = ONE_NAME.matcher(expression);
        everything = EVERYTHING.contains(expression);
        onlyName = matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
        compiled = PostgresRegex.compile(expression, ANY_VERSION).regex();
    }

    /** Tells whether it surely matches every name. */
    boolean matchesEverything() {
        return everything;
    }

    /** Returns the name that it is another way of writing, if it is one. */
    Optional<String> onlyName() {
        return onlyName;
    }

    /** Returns the compiled expression; nothing if it is too large to compile. */
    Optional<PostgresRegex> compiled() {
        return compiled;
    }
}
