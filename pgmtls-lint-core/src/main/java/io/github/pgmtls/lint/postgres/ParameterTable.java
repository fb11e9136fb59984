package io.github.pgmtls.lint.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rows of the resource that {@link Parameters} describes, as far as one version has them. A file sets a few of some
 * four hundred parameters, so a row is read when somebody asks for it.
 */
final class ParameterTable {

    private static final String RESOURCE = "parameters.tsv";

    /** The way pg_settings prints the largest floating-point number, which is not quite that number. */
    private static final String LARGEST = "1.79769e+308";

    private static final int COLUMNS = 9;
    private static final String TEXT = text();

    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Parameter> parameters = new ConcurrentHashMap<>();

    ParameterTable(PostgresVersion version) {
        int end;
        for (int start = 0; start < TEXT.length(); start = end + 1) {
            end = TEXT.indexOf('\n', start);
            int tab = TEXT.indexOf('\t', start);
            int dash = TEXT.indexOf('-', tab);
            int first = Integer.parseInt(TEXT, tab + 1, dash, 10);
            int last = Integer.parseInt(TEXT, dash + 1, TEXT.indexOf('\t', dash), 10);
            if (first <= version.major() && version.major() <= last) {
                lines.put(Parameters.key(TEXT.substring(start, tab)), TEXT.substring(start, end));
            }
        }
    }

    private static String text() {
        try (InputStream in = ParameterTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
        }
    }

    /** Finds the parameter of a name, which may be an old one, by its key. */
    Optional<Parameter> find(String key) {
        Parameter known = parameters.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        String line = lines.get(key);
        if (line == null) {
            return Optional.empty();
        }
        String[] cells = Arrays.copyOf(line.split("\t", -1), COLUMNS);
        for (int i = 0; i < COLUMNS; i++) {
            cells[i] = cells[i] == null ? "" : cells[i];
        }
        if (cells[2].equals("alias")) {
            return find(cells[7]);
        }
        Parameter read = parameter(cells);
        Parameter earlier = parameters.putIfAbsent(key, read);
        return Optional.of(earlier == null ? read : earlier);
    }

    /** Returns all parameters, sorted by name. */
    List<Parameter> all() {
        List<Parameter> all = new ArrayList<>();
        for (String key : new TreeSet<>(lines.keySet())) {
            Parameter found = find(key).orElseThrow();
            if (Parameters.key(found.name()).equals(key)) {
                all.add(found);
            }
        }
        return all;
    }

    private static Parameter parameter(String[] cells) {
        ParameterType type = ParameterType.of(cells[2]);
        String[] words = cells[8].isEmpty() || type != ParameterType.ENUM ? new String[0] : cells[8].split(",");
        return new Parameter(
                cells[0],
                type,
                ParameterContext.of(cells[3]),
                optional(cells[4]),
                bound(cells[5], Double.NEGATIVE_INFINITY),
                bound(cells[6], Double.POSITIVE_INFINITY),
                cells[7].isEmpty() ? Optional.empty() : Optional.of(unquoted(cells[7])),
                marked(words, ' '),
                marked(words, '~'),
                marked(words, '?'),
                type == ParameterType.STRING ? optional(cells[8]) : Optional.empty());
    }

    private static double bound(String cell, double none) {
        if (cell.isEmpty()) {
            return none;
        }
        return cell.equals(LARGEST) ? Double.MAX_VALUE : Double.parseDouble(cell);
    }

    private static List<String> marked(String[] words, char mark) {
        List<String> found = new ArrayList<>();
        for (String word : words) {
            char first = word.charAt(0);
            char own = first == '~' || first == '?' ? first : ' ';
            if (own == mark) {
                found.add(unquoted(own == ' ' ? word : word.substring(1)));
            }
        }
        return found;
    }

    private static Optional<String> optional(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    private static String unquoted(String cell) {
        return cell.equals("\"\"") ? "" : cell;
    }
}
