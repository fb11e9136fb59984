package io.github.pgmtls.lint.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody, a server or the linter, makes of an authentication file, in a form that can be compared.
 *
 * @param loads whether the file is accepted
 * @param rows the rows of the view: column names and values, nulls left out
 * @param complaints the messages with place and hint, in a fixed order
 */
record Reading(boolean loads, List<Map<String, String>> rows, List<String> complaints) {

    private static final int LONGEST = 300;

    private static final String MASK = "***";

    Reading {
        rows = List.copyOf(rows);
        complaints = complaints.stream().sorted().toList();
    }

    /** Returns the same without what only a reload tells. */
    Reading rowsOnly() {
        return new Reading(true, rows, List.of());
    }

    /** Returns how another reading differs, line by line; empty if it does not. */
    String difference(Reading other) {
        List<String> lines = new ArrayList<>();
        if (loads != other.loads) {
            lines.add("loads: " + loads + " but " + other.loads);
        }
        addDifferences(lines, "row", rows, other.rows);
        addDifferences(lines, "complaint", complaints, other.complaints);
        return String.join("\n", lines);
    }

    private static void addDifferences(List<String> lines, String what, List<?> here, List<?> there) {
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            Object one = i < here.size() ? here.get(i) : "nothing";
            Object two = i < there.size() ? there.get(i) : "nothing";
            if (!agree(one.toString(), two.toString())) {
                lines.add(what + " " + (i + 1) + ": " + shortened(one) + "\n    but  " + shortened(two));
            }
        }
    }

    /** The linter does not repeat what may be a part of a password; a server does. */
    private static boolean agree(String one, String two) {
        if (one.equals(two) || !two.contains(MASK)) {
            return one.equals(two);
        }
        String pattern = Stream.of(two.split(Pattern.quote(MASK), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(one).matches();
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "... of " + text.length();
    }
}
