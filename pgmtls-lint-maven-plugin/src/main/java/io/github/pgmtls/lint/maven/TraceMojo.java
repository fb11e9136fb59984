package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.Trace;
import io.github.pgmtls.lint.TraceQuery;
import io.github.pgmtls.lint.Tracer;
import io.github.pgmtls.lint.report.TraceFormat;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Tells what happens to a connection: which record decides it and why those before do not match, what the server makes
 * of the client's certificate, and how it ends. Asks about one connection by parameters, or about many by a file. A
 * connection that is refused does not fail the build; one that is not understood does. No project is needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "trace", requiresProject = false, aggregator = true, threadSafe = true)
public final class TraceMojo extends DirectoryMojo {

    /**
     * The time as of which certificates are judged, such as <code>2027-01-31T00:00:00Z</code>. By default now.
     */
    @Parameter(property = "pgmtls.now")
    private @Nullable String now;

    /**
     * The name or the directory of the cluster, where there are several.
     */
    @Parameter(property = "pgmtls.cluster")
    private @Nullable String cluster;

    /**
     * How the client reaches the server: <code>tls</code>, <code>plain</code> (TCP without encryption),
     * <code>gss</code> (GSSAPI encryption) or <code>local</code> (a Unix-domain socket).
     */
    @Parameter(property = "pgmtls.transport", defaultValue = "tls")
    private String transport;

    /**
     * The user.
     */
    @Parameter(property = "pgmtls.user")
    private @Nullable String user;

    /**
     * The database; by default that with the user's name.
     */
    @Parameter(property = "pgmtls.database")
    private @Nullable String database;

    /**
     * The client's address; every connection but a local one has one.
     */
    @Parameter(property = "pgmtls.address")
    private @Nullable String address;

    /**
     * Whether the connection is for physical replication.
     */
    @Parameter(property = "pgmtls.replication", defaultValue = "false")
    private boolean replication;

    /**
     * The PEM file with the client's certificate, in the directory or in that of the cluster: the first one is its own,
     * further ones are sent along.
     */
    @Parameter(property = "pgmtls.certificate")
    private @Nullable String certificate;

    /**
     * A file that asks about many connections instead, whose name counts from the base directory: one JSON object on
     * each line, with the fields <code>cluster</code>, <code>transport</code>, <code>user</code>,
     * <code>database</code>, <code>address</code>, <code>replication</code> and <code>certificate</code>. The answers
     * are JSON objects, one on each line in the same order, unless text is asked for.
     */
    @Parameter(property = "pgmtls.connections")
    private @Nullable String connections;

    /**
     * The form of the answer: <code>text</code>, a story for people, or <code>json</code>. By default text for one
     * connection and JSON for many.
     */
    @Parameter(property = "pgmtls.format")
    private @Nullable String format;

    /**
     * The file to write to, whose name counts from the base directory. Without it, text goes to the log and JSON to
     * <code>pgmtls/pgmtls-trace.jsonl</code> in the build directory of the project, or in <code>target</code> without a
     * project.
     */
    @Parameter(property = "pgmtls.output")
    private @Nullable String output;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File baseDirectory;

    @Override
    public void execute() throws MojoExecutionException {
        ReportFiles files = ReportFiles.of(baseDirectory, null, project);
        TraceFormat known = format();
        Optional<Path> target = files.target(output, known == TraceFormat.TEXT, known.defaultFileName());
        Tracer tracer = request(now).answer(Tracer::open, getLog());
        List<TraceQuery> queries = connections == null
                ? List.of(Request.<TraceQuery>understand(this::asked, getLog()))
                : asked(connections.strip(), tracer, files);
        // the first answer also shows that the cluster and the certificate are there
        Trace first = Request.understand(() -> tracer.trace(queries.get(0)), getLog());
        ReportWriter.of(
                        getLog(),
                        new Threshold(Optional.empty()),
                        files.base(),
                        directory().toPath())
                .write("trace as " + known.formatName(), target, (out, options) -> {
                    known.write(first, out, options);
                    for (TraceQuery query : queries.subList(1, queries.size())) {
                        out.append(known == TraceFormat.TEXT ? "\n" : "");
                        known.write(tracer.trace(query), out, options);
                    }
                });
    }

    private TraceFormat format() throws MojoExecutionException {
        if (format == null) {
            return connections == null ? TraceFormat.TEXT : TraceFormat.JSON;
        }
        return FormatName.parse(format, TraceFormat.class);
    }

    private TraceQuery asked() {
        return new ConnectionParameters(cluster, transport, user, database, address, replication, certificate)
                .toQuery();
    }

    private List<TraceQuery> asked(String name, Tracer tracer, ReportFiles files) throws MojoExecutionException {
        Path file = files.named(name, "pgmtls.connections");
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            getLog().debug(e);
            throw new MojoExecutionException(
                    "pgmtls.connections: " + file + " cannot be read; name a file of JSON lines in UTF-8");
        }
        List<TraceQuery> queries = Request.understand(() -> tracer.queries(name, text), getLog());
        if (queries.isEmpty()) {
            throw new MojoExecutionException(
                    "pgmtls.connections: " + file + " asks about no connection; write one JSON object on each line");
        }
        return queries;
    }
}
