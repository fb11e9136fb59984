package io.github.pgmtls.lint.postgres;

import java.util.Optional;

/** The spellings of on and off ({@code parse_bool_with_len} in bool.c). */
public final class Booleans {

    private Booleans() {}

    /**
     * Reads a boolean: a prefix of {@code true}, {@code false}, {@code yes} or {@code no}; {@code on}; {@code of} or
     * {@code off}; {@code 1} or {@code 0}. ASCII case does not matter.
     */
    public static Optional<Boolean> parse(String value) {
        String folded = Parameters.key(value);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        if ("true".startsWith(folded) || "yes".startsWith(folded) || folded.equals("on") || folded.equals("1")) {
            return Optional.of(true);
        }
        boolean off = folded.length() > 1 && "off".startsWith(folded);
        if ("false".startsWith(folded) || "no".startsWith(folded) || off || folded.equals("0")) {
            return Optional.of(false);
        }
        return Optional.empty();
    }
}
