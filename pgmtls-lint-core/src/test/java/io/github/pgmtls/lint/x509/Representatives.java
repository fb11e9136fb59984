package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** Servers that stand for others with the same OpenSSL, so that the normal test run stays short. */
final class Representatives {

    /** The build of version 10 carries OpenSSL 1.1.1s, all others 1.1.1. */
    private static final Set<Integer> VERSIONS = Set.of(10, 12, 15, 18);

    private Representatives() {}

    /** Skips the calling test if another server stands for this one. */
    static void require(RealPostgres server) {
        Assumptions.assumeTrue(
                isLongRun() || VERSIONS.contains(server.version().major()),
                "versions 10, 12, 15 and 18 stand for all; -Poracle-long asks the others too");
    }

    static boolean isLongRun() {
        return "long".equals(System.getProperty("pgmtls.oracle"));
    }
}
