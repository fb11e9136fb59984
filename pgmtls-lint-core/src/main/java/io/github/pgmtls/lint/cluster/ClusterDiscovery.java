package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.source.ServerPaths;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the directories that hold a cluster's configuration. */
public final class ClusterDiscovery {

    private static final Set<String> MARKERS = Set.of("pg_hba.conf", "postgresql.conf");

    private ClusterDiscovery() {}

    /** Returns the directories in which a pg_hba.conf or a postgresql.conf is, in byte order; empty for the top. */
    public static List<String> directories(List<String> allPaths) {
        Set<String> directories = new TreeSet<>();
        for (String path : allPaths) {
            String directory = ServerPaths.directoryOf(path);
            String name = directory.isEmpty() ? path : path.substring(directory.length() + 1);
            if (MARKERS.contains(name)) {
                directories.add(directory);
            }
        }
        return List.copyOf(directories);
    }
}
