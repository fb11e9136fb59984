package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.policy.DidYouMean;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PemFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what happens to connections to the servers of a directory, each started with the files that it has there. Not
 * for use by several threads at once.
 */
public final class Tracer {

    private final Workspace workspace;
    private final Instant now;
    private final Map<String, ClusterTracer> tracers = new HashMap<>();
    private final Map<String, List<Certificate>> chains = new HashMap<>();

    private Tracer(Workspace workspace, Instant now) {
        this.workspace = workspace;
        this.now = now;
    }

    /**
     * Opens a directory.
     *
     * @throws LintException as {@link Linter#lint}
     */
    public static Tracer open(LintRequest request) {
        return new Tracer(Workspace.open(request), request.now().orElseGet(Instant::now));
    }

    /**
     * Tells what happens to a connection.
     *
     * @throws LintException if the cluster is not found, or not named where there are several, or the certificate cannot
     *     be read; the message tells the way out
     */
    public Trace trace(TraceQuery query) {
        Cluster cluster = cluster(query.cluster());
        List<Certificate> chain = chain(cluster, query);
        return tracers.computeIfAbsent(
                        cluster.directory(),
                        directory -> new ClusterTracer(cluster, workspace.surroundings(cluster), now))
                .trace(query, chain);
    }

    /**
     * Reads which connections the lines of a file ask about, and checks that all of them can be answered.
     *
     * @param file the name of the file, for messages
     * @param text its content: one JSON object on each line; empty lines are skipped
     * @return the connections in the same order
     * @throws LintException if a line is not understood, or as {@link #trace}; the message starts with file, line and
     *     column
     */
    public List<TraceQuery> queries(String file, String text) {
        List<TraceQuery> queries = new ArrayList<>();
        for (ConnectionLines.Line line : ConnectionLines.read(file, text)) {
            try {
                chain(cluster(line.query().cluster()), line.query());
            } catch (LintException e) {
                throw new LintException(file + ":" + line.number() + ":1: " + e.getMessage());
            }
            queries.add(line.query());
        }
        return queries;
    }

    private Cluster cluster(Optional<String> wanted) {
        List<Cluster> clusters = workspace.clusters();
        Set<String> names = new LinkedHashSet<>();
        clusters.forEach(cluster -> names.add(cluster.name()));
        if (wanted.isEmpty()) {
            if (clusters.size() == 1) {
                return clusters.get(0);
            }
            throw new LintException("there are several clusters; name one of them: " + quoted(names));
        }
        String name = wanted.get();
        return clusters.stream()
                .filter(cluster -> cluster.name().equals(name))
                .findFirst()
                .or(() -> clusters.stream()
                        .filter(cluster -> cluster.directory().equals(name))
                        .findFirst())
                .orElseThrow(() -> new LintException("there is no cluster \"" + name + "\""
                        + DidYouMean.suffix(names, name) + "; there is " + quoted(names)));
    }

    private static String quoted(Set<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    private List<Certificate> chain(Cluster cluster, TraceQuery query) {
        return query.certificate()
                .map(path -> chains.computeIfAbsent(cluster.directory() + "\0" + path, key -> readChain(cluster, path)))
                .orElse(List.of());
    }

    private List<Certificate> readChain(Cluster cluster, String path) {
        FileTree tree = workspace.tree();
        Optional<String> below = path.startsWith("/") ? tree.locate(path) : ServerPaths.normalize(path);
        Optional<String> besideServer =
                cluster.directory().isEmpty() ? Optional.empty() : ServerPaths.within(cluster.directory(), path);
        FileRead read = below.map(tree::read)
                .orElse(new FileRead.Failure(FileRead.Reason.OUTSIDE, "leads out of the linted directory"));
        if (!(read instanceof FileRead.Content) && besideServer.isPresent()) {
            FileRead second = tree.read(besideServer.get());
            read = second instanceof FileRead.Content ? second : read;
        }
        if (read instanceof FileRead.Failure failure) {
            throw new LintException(
                    "certificate \"" + path + "\": " + failure.detail() + "; name a PEM file in the directory");
        }
        List<Certificate> certificates =
                PemFile.parse(((FileRead.Content) read).file()).certificates();
        if (certificates.isEmpty()) {
            throw new LintException("certificate \"" + ByteText.decode(path)
                    + "\": there is no certificate in it; name a PEM file that starts with the client's own");
        }
        return certificates;
    }
}
