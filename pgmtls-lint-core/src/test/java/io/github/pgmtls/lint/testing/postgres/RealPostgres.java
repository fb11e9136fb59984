package io.github.pgmtls.lint.testing.postgres;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server with a data directory of its own.
 *
 * <p>It starts with an empty postgresql.conf and pg_ident.conf and lets everybody in. It has a Unix-domain socket and
 * listens at 127.0.0.1 and, where there is one, ::1. Its superuser is {@code postgres}. Files are put into its data
 * directory; {@link #reload()} and {@link #tryStart()} tell what it says to them. The session behind {@link #query}
 * was opened before, so it works whatever the files say.
 *
 * <p>Names, contents and answers are byte strings. Not for use by several threads at once.
 */
public final class RealPostgres implements AutoCloseable {

    private static final Map<String, String> PLAIN_FILES = Map.of(
            "postgresql.conf", "",
            "postgresql.auto.conf", "",
            "pg_ident.conf", "",
            "pg_hba.conf", """
                    local all,replication all trust
                    host all,replication all all trust
                    """);

    private final Installation installation;
    private final ServerOptions options;
    private final DataDirectory directory;
    private final Postmaster postmaster;
    private final Session session;
    private @Nullable StartTrial trial;

    private RealPostgres(
            Installation installation,
            ServerOptions options,
            DataDirectory directory,
            Postmaster postmaster,
            Session session) {
        this.installation = installation;
        this.options = options;
        this.directory = directory;
        this.postmaster = postmaster;
        this.session = session;
    }

    /** Starts a server of a version. */
    public static RealPostgres start(PostgresVersion version) {
        return start(version, ServerOptions.NONE);
    }

    /**
     * Starts a server of a version with settings on its command line.
     *
     * @throws IllegalStateException if it refuses to start
     */
    public static RealPostgres start(PostgresVersion version, ServerOptions options) {
        return start(Environment.installations().of(version), options);
    }

    /** Starts the server that the operating system has installed, if it has one: that uses the system's OpenSSL. */
    public static Optional<RealPostgres> startLocal() {
        return Environment.installations().local().map(installation -> start(installation, ServerOptions.NONE));
    }

    private static RealPostgres start(Installation installation, ServerOptions options) {
        try {
            DataDirectory directory = DataDirectory.create(
                    installation, Environment.installations().user());
            try {
                writePlainFiles(directory);
                Postmaster postmaster = Postmaster.start(installation, directory, options);
                return serve(installation, options, directory, postmaster);
            } catch (IOException | RuntimeException e) {
                Directories.delete(directory.run());
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RealPostgres serve(
            Installation installation, ServerOptions options, DataDirectory directory, Postmaster postmaster)
            throws IOException {
        try {
            RealPostgres server =
                    new RealPostgres(installation, options, directory, postmaster, Session.open(postmaster.port()));
            Environment.register(server);
            return server;
        } catch (IOException e) {
            postmaster.close();
            throw e;
        }
    }

    private static void writePlainFiles(DataDirectory directory) throws IOException {
        for (Map.Entry<String, String> file : PLAIN_FILES.entrySet()) {
            directory.write(file.getKey(), bytes(file.getValue()), "rw-------");
        }
    }

    public PostgresVersion version() {
        return installation.version();
    }

    /** Returns the full version, such as {@code 15.19}, or {@code 15.18-local} for the operating system's. */
    public String name() {
        return installation.name();
    }

    /** Returns the TCP port at 127.0.0.1 and ::1. */
    public int port() {
        return postmaster.port();
    }

    /** Returns the path of the Unix-domain socket. */
    public Path socket() {
        return directory.run().resolve(".s.PGSQL." + port());
    }

    /** Returns the directory that holds the files; the server has changed into it. */
    public Path dataDirectory() {
        return directory.data();
    }

    /**
     * Writes a file that only the server can read, as its own.
     *
     * @param path relative to the data directory; missing directories are made
     * @param content a byte string
     */
    public void write(String path, String content) {
        write(path, bytes(content), "rw-------");
    }

    /**
     * Writes a file as the server's own.
     *
     * @param path relative to the data directory; missing directories are made
     * @param mode such as {@code rw-r-----}
     */
    public void write(String path, byte[] content, String mode) {
        try {
            directory.write(path, content, mode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file or directory of the data directory, if it exists. */
    public void delete(String path) {
        try {
            directory.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the server load its files again, and returns what it says to them. */
    public Reload reload() {
        return postmaster.reload();
    }

    /** Tells whether the server would start with the files it has now. It goes on running. */
    public StartVerdict tryStart() {
        try {
            StartTrial here = trial;
            if (here == null) {
                here = new StartTrial(installation, options, directory);
                trial = here;
            }
            return here.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs SQL as superuser.
     *
     * @return the rows: column names to values in text form, in the order of the columns; a null is left out
     * @throws IllegalArgumentException if the server answers with an error
     */
    public List<Map<String, String>> query(String sql) {
        return session.query(sql);
    }

    /** Tries to log in, and returns what came of it. */
    public LoginOutcome attempt(LoginAttempt attempt) {
        try {
            return Login.attempt(attempt, postmaster, socket());
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + attempt + "\n" + dump(), e);
        }
    }

    /** Returns the content of a file of the data directory, as a byte string. */
    public String read(String path) {
        try {
            return Files.readString(dataDirectory().resolve(path), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the notices that came with the last query; {@code client_min_messages} says which come at all. */
    public List<LogEntry> notices() {
        return session.notices();
    }

    /** Brings the server back to the state after its start: plain files, no roles and databases but its own. */
    public void reset() {
        try {
            directory.clear();
            writePlainFiles(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Reload reload = reload();
        if (!reload.accepted()) {
            throw new IllegalStateException("the server refuses plain files:\n" + dump());
        }
        query("reset all");
        // What initdb makes has a lower number.
        query("select datname as name from pg_database where oid >= 16384")
                .forEach(row -> query("drop database " + quoted(row)));
        query("select rolname as name from pg_authid where oid >= 16384")
                .forEach(row -> query("drop role " + quoted(row)));
    }

    private static String quoted(Map<String, String> row) {
        return '"' + row.getOrDefault("name", "").replace("\"", "\"\"") + '"';
    }

    /** Returns the end of the server's log, for a failure report. */
    public String dump() {
        return this + "\n" + postmaster.log().dump();
    }

    /** Stops the server and removes its files. */
    @Override
    public void close() {
        Environment.forget(this);
        session.close();
        postmaster.close();
        try {
            Directories.delete(directory.run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL " + name();
    }

    private static byte[] bytes(String byteText) {
        return byteText.getBytes(StandardCharsets.ISO_8859_1);
    }
}
