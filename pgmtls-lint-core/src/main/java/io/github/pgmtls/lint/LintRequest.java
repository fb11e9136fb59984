package io.github.pgmtls.lint;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What to lint and as of when.
 *
 * @param directory the directory that holds the configuration, at any depth
 * @param postgresql the version of the servers where the configuration does not name one
 * @param now the time by which certificates are judged; the clock's if empty
 * @param serverNames the names that clients connect to, beside those that the configuration names
 */
public record LintRequest(
        Path directory, Optional<PostgresVersion> postgresql, Optional<Instant> now, List<String> serverNames) {

    public LintRequest {
        serverNames = List.copyOf(serverNames);
    }

    /** Asks for everything in a directory, as of now. */
    public static LintRequest of(Path directory) {
        return new LintRequest(directory, Optional.empty(), Optional.empty(), List.of());
    }

    /**
     * Names the major version of the servers.
     *
     * @throws IllegalArgumentException if that version is not modelled
     */
    public LintRequest postgresql(int major) {
        return new LintRequest(directory, Optional.of(new PostgresVersion(major)), now, serverNames);
    }

    /** Judges certificates as of a time. */
    public LintRequest now(Instant time) {
        return new LintRequest(directory, postgresql, Optional.of(time), serverNames);
    }

    /** Adds names that clients connect to. */
    public LintRequest serverNames(List<String> names) {
        return new LintRequest(directory, postgresql, now, names);
    }
}
