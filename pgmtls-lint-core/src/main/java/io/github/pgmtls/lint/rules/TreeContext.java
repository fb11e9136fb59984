package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.FileTree;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule is given to look at the linted directory.
 *
 * @param tree the directory
 * @param paths all files in it, in order
 * @param clusters the clusters found in it
 */
public record TreeContext(FileTree tree, List<String> paths, List<Cluster> clusters) {

    /** Starts a finding of a rule; the cluster is that whose directory is nearest above the place. */
    public FindingBuilder finding(RuleInfo rule, Location primary, String message) {
        String path = primary.file().path();
        String cluster = clusters.stream()
                .filter(c -> c.directory().isEmpty() || path.startsWith(c.directory() + "/"))
                .max(Comparator.comparing(c -> c.directory().length()))
                .map(Cluster::name)
                .orElse("");
        return new FindingBuilder(rule, cluster, primary, message);
    }
}
