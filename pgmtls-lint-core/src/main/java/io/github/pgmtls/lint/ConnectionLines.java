package io.github.pgmtls.lint;

import io.github.pgmtls.lint.policy.DidYouMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Connections to ask about, one JSON object on each line, with {@code transport} ({@code tls}, {@code plain},
 * {@code gss} or {@code local}) and {@code user}, and as it needs them {@code cluster}, {@code database},
 * {@code address}, {@code replication} and {@code certificate}, see {@link TraceQuery}. Null is as good as nothing.
 */
final class ConnectionLines {

    private static final List<String> KEYS =
            List.of("cluster", "transport", "database", "user", "address", "replication", "certificate");
    private static final String REPLICATION = "replication";
    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final int number;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    private ConnectionLines(String file, int number) {
        this.file = file;
        this.number = number;
    }

    /** A connection and the line, from 1, that asks about it. */
    record Line(int number, TraceQuery query) {}

    /**
     * Reads lines.
     *
     * @throws LintException if one is not understood; the message starts with file, line and column
     */
    static List<Line> read(String file, String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                lines.add(new Line(number, new ConnectionLines(file, number).read(line)));
            }
        }
        return lines;
    }

    private TraceQuery read(String line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            expect(json.nextToken() == JsonToken.START_OBJECT, json, "expected an object, such as {\"user\": \"app\"}");
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                readKey(json);
            }
            expect(json.nextToken() == null, json, "expected the end of the line behind the object");
        } catch (JacksonException e) {
            throw problem(column(e.getLocation()), "not valid JSON: " + e.getOriginalMessage());
        }
        return query();
    }

    private void readKey(JsonParser json) {
        String key = json.currentName();
        expect(KEYS.contains(key), json, "unknown key \"" + key + "\"" + DidYouMean.suffix(KEYS, key));
        expect(!columns.containsKey(key), json, "\"" + key + "\" is there twice; leave one out");
        JsonToken value = json.nextToken();
        columns.put(key, column(json.currentTokenLocation()));
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        boolean flag = value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE;
        if (key.equals(REPLICATION)) {
            expect(flag, json, "expected true or false for \"" + key + "\"");
            texts.put(key, Boolean.toString(value == JsonToken.VALUE_TRUE));
        } else {
            expect(value == JsonToken.VALUE_STRING, json, "expected a text for \"" + key + "\"");
            texts.put(key, json.getString());
        }
    }

    private TraceQuery query() {
        String transport = required("transport");
        String user = required("user");
        at("transport", () -> TraceQuery.transport(transport));
        text("address").ifPresent(address -> at("address", () -> TraceQuery.address(address)));
        return at(
                "",
                () -> TraceQuery.of(
                        text("cluster"),
                        transport,
                        user,
                        text("database"),
                        text("address"),
                        Boolean.parseBoolean(texts.get(REPLICATION)),
                        text("certificate")));
    }

    /** Gives what is wrong with the value of a key its place. */
    private <T> T at(String key, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (LintException e) {
            throw problem(columns.getOrDefault(key, 1), String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    private String required(String key) {
        return text(key).orElseThrow(() -> problem(columns.getOrDefault(key, 1), "\"" + key + "\" is missing"));
    }

    private void expect(boolean holds, JsonParser json, String otherwise) {
        if (!holds) {
            throw problem(column(json.currentTokenLocation()), otherwise);
        }
    }

    private static int column(TokenStreamLocation location) {
        return Math.max(1, location.getColumnNr());
    }

    private LintException problem(int column, String message) {
        return new LintException(file + ":" + number + ":" + column + ": " + message);
    }
}
