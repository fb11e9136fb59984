package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;

/** A program that starts a server, prints its data directory, and waits to be killed. */
final class AbandonedServer {

    private AbandonedServer() {}

    public static void main(String[] arguments) throws IOException {
        RealPostgres server = SharedPostgres.any();
        System.out.println(server.dataDirectory());
        // The end of the input is the end of the parent.
        System.in.read();
    }
}
