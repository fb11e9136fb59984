package io.github.pgmtls.lint.access;

import java.util.HashMap;
import java.util.Map;

/** Compiles every regular expression once. */
final class Regexes {

    private final Map<String, NameRegex> compiled = new HashMap<>();

    Truth matches(String expression, String name) {
        return compiled.computeIfAbsent(expression, NameRegex::of).matches(name);
    }
}
