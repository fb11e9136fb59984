package io.github.pgmtls.lint.postgres;

import java.util.List;
import java.util.Optional;

/**
 * A server parameter as one version knows it; {@link Parameters} holds them all.
 *
 * @param name the name in PostgreSQL's own spelling; servers compare names without regard to ASCII case
 * @param type the type of its values
 * @param context when it can be changed
 * @param unit the unit of a plain number: {@code B}, {@code kB}, {@code 8kB}, {@code MB}, {@code ms}, {@code s} or
 *     {@code min}
 * @param minimum the least value of a number, in the unit
 * @param maximum the greatest value of a number, in the unit
 * @param defaultValue the value compiled into the server, in the unit; absent if it has none or computes one at start
 * @param words the values of an enum that the server advertises
 * @param hiddenWords further values of an enum that every server takes
 * @param buildWords further values of an enum that only some builds or platforms take
 * @param vendor who adds this parameter to the server, if PostgreSQL itself does not have it
 */
public record Parameter(
        String name,
        ParameterType type,
        ParameterContext context,
        Optional<String> unit,
        double minimum,
        double maximum,
        Optional<String> defaultValue,
        List<String> words,
        List<String> hiddenWords,
        List<String> buildWords,
        Optional<String> vendor) {

    public Parameter {
        words = List.copyOf(words);
        hiddenWords = List.copyOf(hiddenWords);
        buildWords = List.copyOf(buildWords);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
