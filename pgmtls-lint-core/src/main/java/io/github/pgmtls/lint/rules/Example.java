package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A small directory that shows a rule: documentation and test at once.
 *
 * @param files texts by path
 * @param credentials certificates, keys and revocation lists by path, each as a note that tests turn into a real file:
 *     phrases separated by {@code |}, such as {@code CN=alice | by root.crt | for clients | until 2026-07-01}
 * @param since the first major version in which it is what its rule says: later than the rule's own where the rule looks at
 *     other words in earlier versions
 */
public record Example(Map<String, String> files, Map<String, String> credentials, int since) {

    /** The day on which examples take place. */
    public static final String TODAY = "2026-06-15";

    public Example {
        files = Map.copyOf(new LinkedHashMap<>(files));
        credentials = Map.copyOf(new LinkedHashMap<>(credentials));
    }

    /** Starts an example with a pg_hba.conf. */
    public static Example hba(String text) {
        return new Example(Map.of("pg_hba.conf", text), Map.of(), PostgresVersion.OLDEST);
    }

    /** Starts an example with a postgresql.conf. */
    public static Example conf(String text) {
        return new Example(Map.of("postgresql.conf", text), Map.of(), PostgresVersion.OLDEST);
    }

    /** Adds a text file. */
    public Example with(String path, String text) {
        Map<String, String> more = new LinkedHashMap<>(files);
        more.put(path, text);
        return new Example(more, credentials, since);
    }

    /** Adds a certificate, key or revocation list. */
    public Example withCredential(String path, String note) {
        Map<String, String> more = new LinkedHashMap<>(credentials);
        more.put(path, note);
        return new Example(files, more, since);
    }

    /** Limits the example to versions from this one on. */
    public Example since(int major) {
        return new Example(files, credentials, major);
    }

    /** Declares the version of the server. */
    public Example on(int postgresql) {
        String before = Optional.ofNullable(files.get("pgmtls.yaml")).orElse("");
        return with("pgmtls.yaml", "postgresql: " + postgresql + "\n" + before);
    }
}
