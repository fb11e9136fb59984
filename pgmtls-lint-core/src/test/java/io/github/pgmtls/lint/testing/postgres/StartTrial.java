package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;

/** A second data directory of a server, to see whether the server would start with the files it has now. */
final class StartTrial implements AutoCloseable {

    private final Installation installation;
    private final ServerOptions options;
    private final DataDirectory directory;

    StartTrial(Installation installation, ServerOptions options, ServerUser user) throws IOException {
        this.installation = installation;
        this.options = options;
        this.directory = DataDirectory.create(installation, user);
    }

    StartVerdict run(DataDirectory original) throws IOException {
        directory.mirror(original);
        Postmaster postmaster = Postmaster.launch(installation, directory, options, 0);
        StartVerdict verdict = postmaster.awaitVerdict();
        postmaster.stop();
        return verdict;
    }

    @Override
    public void close() throws IOException {
        Directories.delete(directory.run());
    }
}
