package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.List;
import java.util.Map;

/**
 * What a rule is given to look at the linted directory.
 *
 * @param tree the directory
 * @param paths all files in it, in order
 * @param names by directory, the names of its clusters
 * @param clusters the clusters found in it; of many each is read anew when it is looked at
 */
public record TreeContext(FileTree tree, List<String> paths, Map<String, String> names, List<Cluster> clusters) {

    /** Starts a finding of a rule; the cluster is that whose directory is nearest above the place. */
    public FindingBuilder finding(RuleInfo rule, Location primary, String message) {
        return new FindingBuilder(rule, cluster(primary.file().path()), primary, message);
    }

    private String cluster(String path) {
        String directory = path;
        do {
            directory = ServerPaths.directoryOf(directory);
            String name = names.get(directory);
            if (name != null) {
                return name;
            }
        } while (!directory.isEmpty());
        return "";
    }
}
