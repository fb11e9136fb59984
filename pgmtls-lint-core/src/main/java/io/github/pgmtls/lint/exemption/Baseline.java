package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The findings that a team had when it began to lint, and has not mended yet: {@code pgmtls-baseline/1}.
 *
 * @param entries in the order of the file
 */
public record Baseline(List<Entry> entries) {

    /** The usual name of the file, at the top of the linted directory. */
    public static final String FILE_NAME = ".pgmtls-baseline.json";

    /** What the file says of itself. */
    public static final String SCHEMA = "pgmtls-baseline/1";

    /** A baseline without entries. */
    public static final Baseline EMPTY = new Baseline(List.of());

    public Baseline {
        entries = List.copyOf(entries);
    }

    /**
     * A finding.
     *
     * @param fingerprint by which it is known again
     * @param rule the id of its rule
     * @param path its file
     * @param cluster its cluster
     * @param text the words at its place, for people
     * @param since the day on which it was added
     * @param reason why, if somebody said so
     * @param until the last day on which it counts, in UTC; for ever if empty
     * @param place where it stands
     */
    public record Entry(
            String fingerprint,
            String rule,
            String path,
            String cluster,
            String text,
            Optional<LocalDate> since,
            Optional<String> reason,
            Optional<LocalDate> until,
            Location place) {}

    /** A file that is no baseline; the message says where and why. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * Reads a file.
     *
     * @throws Unreadable if it is no baseline
     */
    public static Baseline read(SourceFile file) throws Unreadable {
        return new Reader(file).read();
    }

    private static final class Reader {

        private static final TreeSet<String> KEYS =
                new TreeSet<>(List.of("fingerprint", "rule", "path", "cluster", "text", "since", "reason", "until"));

        private final SourceFile file;
        private final List<Entry> entries = new ArrayList<>();

        Reader(SourceFile file) {
            this.file = file;
        }

        Baseline read() throws Unreadable {
            try (JsonParser json =
                    new JsonFactory().createParser(ObjectReadContext.empty(), ByteText.decode(file.content()))) {
                expect(json.nextToken() == JsonToken.START_OBJECT, json, "expected an object");
                expectKey(json, "schema");
                expect(
                        json.nextToken() == JsonToken.VALUE_STRING
                                && json.getString().equals(SCHEMA),
                        json,
                        "expected \"" + SCHEMA + "\"");
                expectKey(json, "entries");
                expect(json.nextToken() == JsonToken.START_ARRAY, json, "expected a list");
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    entries.add(entry(json));
                }
                expect(json.currentToken() == JsonToken.END_ARRAY, json, "expected an entry");
                expect(json.nextToken() == JsonToken.END_OBJECT, json, "expected nothing more");
                expect(json.nextToken() == null, json, "expected the end of the file");
            } catch (JacksonException e) {
                throw problem(e.getLocation().getLineNr(), "not valid JSON: " + e.getOriginalMessage());
            }
            return new Baseline(entries);
        }

        private void expectKey(JsonParser json, String key) throws Unreadable {
            boolean isKey = json.nextToken() == JsonToken.PROPERTY_NAME
                    && json.currentName().equals(key);
            expect(isKey, json, "expected \"" + key + "\"");
        }

        private Entry entry(JsonParser json) throws Unreadable {
            int line = json.currentTokenLocation().getLineNr();
            Map<String, String> texts = new HashMap<>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = json.currentName();
                expect(KEYS.contains(key), json, "unknown key \"" + key + "\"");
                expect(json.nextToken() == JsonToken.VALUE_STRING, json, "expected a text for \"" + key + "\"");
                texts.put(key, json.getString());
            }
            expect(texts.getOrDefault("fingerprint", "").matches("[0-9a-f]{64}"), json, "no fingerprint");
            expect(texts.containsKey("rule"), json, "no rule");
            Span span = file.lineSpan(Math.min(line, file.lineCount()));
            return new Entry(
                    texts.getOrDefault("fingerprint", ""),
                    texts.getOrDefault("rule", ""),
                    texts.getOrDefault("path", ""),
                    texts.getOrDefault("cluster", ""),
                    texts.getOrDefault("text", ""),
                    day(json, texts.get("since")),
                    Optional.ofNullable(texts.get("reason")),
                    day(json, texts.get("until")),
                    Location.of(file, span));
        }

        private Optional<LocalDate> day(JsonParser json, @org.jspecify.annotations.Nullable String text)
                throws Unreadable {
            try {
                return Optional.ofNullable(text).map(LocalDate::parse);
            } catch (DateTimeException e) {
                throw problem(json.currentTokenLocation().getLineNr(), "not a day: \"" + text + "\"");
            }
        }

        private void expect(boolean holds, JsonParser json, String otherwise) throws Unreadable {
            if (!holds) {
                throw problem(json.currentTokenLocation().getLineNr(), otherwise);
            }
        }

        private Unreadable problem(int line, String message) {
            return new Unreadable(file.path() + ":" + Math.max(1, line) + ": " + message
                    + "; write the baseline anew with mvn pgmtls:baseline");
        }
    }
}
