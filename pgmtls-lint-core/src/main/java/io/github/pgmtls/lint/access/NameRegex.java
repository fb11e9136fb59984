package io.github.pgmtls.lint.access;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A regular expression as one alternative of a database or user column (16 on). */
final class NameRegex {

    /** Names are never empty. */
    private static final Set<String> EVERYTHING =
            Set.of("", "^", "$", ".*", "^.*", ".*$", "^.*$", ".+", "^.+", ".+$", "^.+$", ".", "^.", ".$");

    private static final Pattern ONE_NAME = Pattern.compile("\\^([A-Za-z0-9_-]+)\\$");

    private final String expression;
    private final Optional<String> onlyName;

    private NameRegex(String expression) {
        this.expression = expression;
        var matcher = ONE_NAME.matcher(expression);
        onlyName = matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Compiles an expression, given without its slash. */
    static NameRegex of(String expression) {
        return new NameRegex(expression);
    }

    /** Tells whether it matches a name somewhere. */
    Truth matches(String name) {
        if (matchesEverything()) {
            return Truth.YES;
        }
        return onlyName.map(only -> Truth.of(only.equals(name))).orElse(Truth.UNKNOWN);
    }

    /** Tells whether it surely matches every name. */
    boolean matchesEverything() {
        return EVERYTHING.contains(expression);
    }

    /** Returns the name that it is another way of writing, if it is one. */
    Optional<String> onlyName() {
        return onlyName;
    }
}
