package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pg_hosts.conf (from version 19 on) with everything it includes: the server certificates by the host name that a
 * client asks for. The server reads it only if {@code ssl_sni} is on; if it then has a record, {@code ssl_cert_file},
 * {@code ssl_key_file} and {@code ssl_ca_file} are not used at all.
 *
 * <p>Read from documentation and source of PostgreSQL 19 ({@code load_hosts} in {@code be-secure-common.c}); no server
 * was asked.
 *
 * @param file the file itself
 * @param lines the lines that hold something
 * @param files all files read, this one first
 * @param unread references that were not followed
 * @param fileProblems what the server complains about besides the lines: that it cannot read something that they refer
 *     to, at the place of the reference
 */
public record HostsFile(
        SourceFile file,
        List<Line> lines,
        List<SourceFile> files,
        List<UnreadFile> unread,
        List<LoadProblem> fileProblems)
        implements FilesRead {

    /** The version that brought the file. */
    public static final int SINCE = 19;

    /**
     * A line and what the server makes of it: a record or a problem.
     *
     * @param line its tokens
     * @param entry the record, unless there is a problem
     * @param problem what the server complains about
     */
    public record Line(AuthLine line, Optional<HostsRecord> entry, Optional<LoadProblem> problem) {}

    /**
     * Reads a file of a tree and what it refers to. Never fails on content: problems are values of the result.
     *
     * @throws IllegalArgumentException if the version is older than the file
     */
    public static HostsFile read(SourceFile file, FileTree tree, ServerPaths paths, PostgresVersion version) {
        if (!version.isAtLeast(SINCE)) {
            throw new IllegalArgumentException("PostgreSQL " + version + " has no pg_hosts.conf");
        }
        AuthFileReader reader = new AuthFileReader(tree, paths, version);
        reader.read(file);
        HostsLineParser parser = new HostsLineParser();
        List<Line> lines = new ArrayList<>(reader.lines().size());
        for (AuthLine line : reader.lines()) {
            lines.add(parser.parse(line));
        }
        return new HostsFile(file, lines, reader.files(), reader.unread(), reader.problems());
    }

    /** Returns the records in file order; none if the settings of postgresql.conf are used instead. */
    public List<HostsRecord> records() {
        return lines.stream().flatMap(line -> line.entry().stream()).toList();
    }

    /**
     * Returns the record for a client.
     *
     * @param name the host name that the client sends with its request (SNI), if it sends one; it sends none for an
     *     address
     * @return nothing if the handshake fails
     */
    public Optional<HostsRecord> recordFor(Optional<String> name) {
        Optional<HostsRecord> own = name.isPresent()
                ? name.filter(n -> !n.equals(HostsRecord.DEFAULT) && !n.equals(HostsRecord.NO_SNI))
                        .flatMap(this::find)
                : find(HostsRecord.NO_SNI);
        return own.or(() -> find(HostsRecord.DEFAULT));
    }

    private Optional<HostsRecord> find(String name) {
        return records().stream().filter(entry -> entry.hasHost(name)).findFirst();
    }

    /** Returns what the server complains about, each thing once. */
    public List<LoadProblem> problems() {
        Stream<LoadProblem> ofLines =
                lines.stream().filter(line -> line.line().error().isEmpty()).flatMap(line -> line.problem().stream());
        return Stream.concat(fileProblems.stream(), ofLines).toList();
    }

    /** Tells whether a server with {@code ssl_sni} on takes the file; without, it does not look at it. */
    public boolean loads() {
        return fileProblems.stream().noneMatch(problem -> problem.kind().isFatal())
                && lines.stream().noneMatch(line -> line.entry().isEmpty());
    }

    /** Tells whether its records are in force, in place of the settings of postgresql.conf, as far as is known. */
    public boolean isInForce() {
        return loads() && isComplete() && !records().isEmpty();
    }

    /** Tells whether all files it refers to were read. */
    public boolean isComplete() {
        return unread.isEmpty();
    }
}
