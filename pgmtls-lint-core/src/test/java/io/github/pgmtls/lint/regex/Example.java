package io.github.pgmtls.lint.regex;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line of {@code examples.txt}.
 *
 * @param oldest the oldest version that gives this answer
 * @param newest the newest one
 */
record Example(int line, String pattern, String subject, String answer, int oldest, int newest) {

    private static final String SEPARATOR = " :: ";

    static List<Example> all() {
        List<Example> examples = new ArrayList<>();
        int number = 0;
        for (String line : lines()) {
            number++;
            if (!line.isBlank() && !line.startsWith("# ")) {
                examples.add(parse(number, line));
            }
        }
        return examples;
    }

    boolean isFor(PostgresVersion version) {
        return version.major() >= oldest && version.major() <= newest;
    }

    private static Example parse(int number, String line) {
        String[] columns = line.split(SEPARATOR, -1);
        String[] versions = columns.length > 3 ? columns[3].split("-", -1) : new String[] {"10", "19"};
        return new Example(
                number,
                ByteText.encode(columns[0]),
                columns[1].translateEscapes(),
                columns[2],
                Integer.parseInt(versions[0]),
                Integer.parseInt(versions[1]));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Example.class.getResourceAsStream("examples.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "line " + line + ": " + pattern + SEPARATOR + subject;
    }
}
