package io.github.pgmtls.lint.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of the resource that {@link Parameters} describes. */
final class ParameterTable {

    private static final String RESOURCE = "parameters.tsv";

    /** The way pg_settings prints the largest floating-point number, which is not quite that number. */
    private static final String LARGEST = "1.79769e+308";

    private final List<Row> rows;

    private ParameterTable(List<Row> rows) {
        this.rows = rows;
    }

    /** A parameter or an old name (no parameter) in a range of versions. */
    private record Row(String name, int first, int last, Optional<Parameter> parameter, String alias) {
        boolean covers(int major) {
            return first <= major && major <= last;
        }
    }

    static ParameterTable read() {
        try (InputStream in = ParameterTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<Row> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(row(line));
            }
            return new ParameterTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + RESOURCE, e);
        }
    }

    Map<String, Parameter> parameters(int major) {
        Map<String, Parameter> found = new TreeMap<>();
        rows.stream()
                .filter(row -> row.covers(major))
                .forEach(row -> row.parameter().ifPresent(p -> found.put(Parameters.key(row.name()), p)));
        return Collections.unmodifiableMap(found);
    }

    Map<String, String> aliases(int major) {
        Map<String, String> found = new TreeMap<>();
        rows.stream()
                .filter(row -> row.covers(major) && row.parameter().isEmpty())
                .forEach(row -> found.put(row.name(), row.alias()));
        return Collections.unmodifiableMap(found);
    }

    private static Row row(String line) {
        String[] given = line.split("\t", -1);
        String[] cells = new String[9];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i < given.length ? given[i] : "";
        }
        int dash = cells[1].indexOf('-');
        int first = Integer.parseInt(cells[1].substring(0, dash));
        int last = Integer.parseInt(cells[1].substring(dash + 1));
        if (cells[2].equals("alias")) {
            return new Row(cells[0], first, last, Optional.empty(), cells[7]);
        }
        return new Row(cells[0], first, last, Optional.of(parameter(cells)), "");
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
                optional(cells[7]).map(ParameterTable::unquoted),
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
