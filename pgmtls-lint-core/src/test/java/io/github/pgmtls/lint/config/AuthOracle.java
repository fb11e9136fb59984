package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import org.assertj.core.api.SoftAssertions;

/** Compares what the linter and a server make of the same authentication files. */
final class AuthOracle {

    private final ServerReader server;
    private final LinterReader linter;

    AuthOracle(RealPostgres server) {
        this.server = new ServerReader(server);
        this.linter = new LinterReader(this.server.facts());
    }

    /** Compares all cases, with a reload for each. */
    static void compare(RealPostgres server, AuthCases cases) {
        AuthOracle oracle = new AuthOracle(server);
        SoftAssertions disagreements = new SoftAssertions();
        cases.all()
                .forEach((name, files) -> disagreements
                        .assertThat(oracle.difference(cases.file(), files))
                        .as(server + ": " + name)
                        .isEmpty());
        disagreements.assertAll();
    }

    /** Returns how the server's reading, reload included, differs from the linter's; empty if it does not. */
    String difference(AuthFile file, DataFiles files) {
        server.put(files);
        return server.read(file).difference(linter.read(file, files));
    }
}
