package io.github.pgmtls.lint.testing.postgres;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Servers that all tests of one test run share: each is started when it is first wanted, given out in the state after
 * its start, and stopped at the end.
 *
 * <p>The system property {@code pgmtls.postgres} narrows the versions to a list such as {@code 15,16}; with
 * {@code none}, tests that need a server are skipped.
 */
public final class SharedPostgres {

    private static final Map<PostgresVersion, RealPostgres> SERVERS = new ConcurrentHashMap<>();

    private static final class Local {
        private static final Optional<RealPostgres> SERVER = RealPostgres.startLocal();
    }

    private SharedPostgres() {}

    /** Returns the versions to test with, oldest first. */
    public static List<PostgresVersion> versions() {
        if (Environment.obstacle().isPresent()) {
            return List.of();
        }
        List<PostgresVersion> available = Environment.installations().versions();
        String wanted = System.getProperty("pgmtls.postgres", "").strip();
        return wanted.isEmpty()
                ? available
                : available.stream()
                        .filter(version -> List.of(wanted.split("[\\s,]+")).contains(version.toString()))
                        .toList();
    }

    /**
     * Returns the server of a version in the state after its start.
     *
     * @throws TestAbortedException if there is none on this machine or in this test run: the test is skipped
     */
    public static RealPostgres of(PostgresVersion version) {
        Environment.obstacle().ifPresent(SharedPostgres::skip);
        if (!versions().contains(version)) {
            skip("PostgreSQL " + version + " is not among the versions of this test run: " + versions());
        }
        RealPostgres server = SERVERS.computeIfAbsent(version, RealPostgres::start);
        server.reset();
        return server;
    }

    /** Returns the servers of all versions, oldest first, each in the state after its start when it is its turn. */
    public static Stream<RealPostgres> all() {
        return versions().stream().map(SharedPostgres::of);
    }

    /**
     * Returns the server of the oldest version of this test run, in the state after its start.
     *
     * @throws TestAbortedException if there is none: the test is skipped
     */
    public static RealPostgres any() {
        return of(versions().stream().findFirst().orElse(new PostgresVersion(PostgresVersion.NEWEST)));
    }

    /** Returns the server that the operating system has installed, in the state after its start, if it has one. */
    public static Optional<RealPostgres> local() {
        if (Environment.obstacle().isPresent() || versions().isEmpty()) {
            return Optional.empty();
        }
        Local.SERVER.ifPresent(RealPostgres::reset);
        return Local.SERVER;
    }

    private static void skip(String reason) {
        throw new TestAbortedException(reason);
    }
}
