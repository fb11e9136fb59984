package io.github.pgmtls.lint.testing.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What this machine has to run servers, and which servers run. */
final class Environment {

    private static final Set<RealPostgres> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> RUNNING.parallelStream().forEach(RealPostgres::close), "postgres-shutdown"));
    }

    private Environment() {}

    private static final class Holder {
        private static final Optional<ServerUser> USER = ServerUser.detect();
        private static final Optional<Installations> INSTALLATIONS = USER.map(Installations::open);
    }

    /** Returns why no server can run here, if so. */
    static Optional<String> obstacle() {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!system.equals("Linux amd64")) {
            return Optional.of("the PostgreSQL servers from Maven Central are for Linux amd64, this is " + system);
        }
        if (!Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))) {
            return Optional.of("the PostgreSQL servers from Maven Central need glibc, which is missing here");
        }
        if (Holder.USER.isEmpty()) {
            return Optional.of(
                    "PostgreSQL does not run as root or a user without a name, and neither setpriv nor unshare -U works");
        }
        return Optional.empty();
    }

    static Installations installations() {
        return Holder.INSTALLATIONS.orElseThrow(
                () -> new IllegalStateException(obstacle().orElse("no servers")));
    }

    /** Closes a server when this process ends, unless it is closed before. */
    static void register(RealPostgres server) {
        RUNNING.add(server);
    }

    static void forget(RealPostgres server) {
        RUNNING.remove(server);
    }
}
