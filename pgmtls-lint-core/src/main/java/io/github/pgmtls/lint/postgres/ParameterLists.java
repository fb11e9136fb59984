package io.github.pgmtls.lint.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values that are lists, such as that of {@code listen_addresses} ({@code SplitGUCList} in varlena.c, in old versions
 * {@code SplitIdentifierString}).
 */
public final class ParameterLists {

    private final String value;
    private int position;

    private ParameterLists(String value) {
        this.value = value;
    }

    /**
     * Splits a value at its commas. Blanks around an element do not belong to it; an element in double quotes may hold
     * anything, a doubled quote being one.
     *
     * @return the elements, or nothing if the server finds the syntax of the list invalid
     */
    public static Optional<List<String>> split(String value) {
        return new ParameterLists(value).elements();
    }

    private Optional<List<String>> elements() {
        List<String> elements = new ArrayList<>();
        skipBlanks();
        if (atEnd()) {
            return Optional.of(elements);
        }
        while (true) {
            Optional<String> element = value.charAt(position) == '"' ? quoted() : plain();
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
            skipBlanks();
            if (atEnd()) {
                return Optional.of(elements);
            }
            if (value.charAt(position) != ',') {
                return Optional.empty();
            }
            position++;
            skipBlanks();
            if (atEnd()) {
                return Optional.empty();
            }
        }
    }

    private Optional<String> plain() {
        int start = position;
        while (!atEnd() && value.charAt(position) != ',' && !isBlank(value.charAt(position))) {
            position++;
        }
        return position == start ? Optional.empty() : Optional.of(value.substring(start, position));
    }

    private Optional<String> quoted() {
        StringBuilder element = new StringBuilder();
        position++;
        while (true) {
            int quote = value.indexOf('"', position);
            if (quote < 0) {
                return Optional.empty();
            }
            element.append(value, position, quote);
            position = quote + 1;
            if (atEnd() || value.charAt(position) != '"') {
                return Optional.of(element.toString());
            }
            element.append('"');
            position++;
        }
    }

    private void skipBlanks() {
        while (!atEnd() && isBlank(value.charAt(position))) {
            position++;
        }
    }

    private boolean atEnd() {
        return position == value.length();
    }

    /** {@code scanner_isspace}: no vertical tab. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
