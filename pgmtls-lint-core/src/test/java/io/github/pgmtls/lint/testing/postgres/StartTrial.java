package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;

/** A second data directory of a server, to see whether the server would start with the files it has now. */
final class StartTrial {

    private final Installation installation;
    private final ServerOptions options;
    private final DataDirectory original;
    private final DataDirectory copy;

    StartTrial(Installation installation, ServerOptions options, DataDirectory original) throws IOException {
        this.installation = installation;
        this.options = options;
        this.original = original;
        this.copy = original.createWithin(installation, "trial");
    }

    StartVerdict run() throws IOException {
        copy.mirror(original);
        Postmaster postmaster = Postmaster.launch(installation, copy, options, 0);
        StartVerdict verdict = postmaster.awaitVerdict();
        postmaster.stop();
        return verdict;
    }
}
