package io.github.pgmtls.lint.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What somebody, a server or the linter, makes of an authentication file, in a form that can be compared.
 *
 * @param loads whether the file is accepted
 * @param rows the rows of the view: column names and values, nulls left out
 * @param complaints the messages with place and hint, in a fixed order
 */
record Reading(boolean loads, List<Map<String, String>> rows, List<String> complaints) {

    private static final int LONGEST = 300;

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
            if (!one.equals(two)) {
                lines.add(what + " " + (i + 1) + ": " + shortened(one) + "\n    but  " + shortened(two));
            }
        }
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "... of " + text.length();
    }
}
