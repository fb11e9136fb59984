package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * The clusters of a large directory, each read anew whenever somebody looks at it, so that memory does not grow with
 * their number. Equal files give equal clusters.
 */
final class ClusterList extends AbstractList<Cluster> implements RandomAccess {

    /** More than these are not kept. */
    static final int MOST_KEPT = 64;

    private final List<String> directories;
    private final Function<String, Cluster> load;

    /**
     * Makes a list.
     *
     * @param load reads the cluster of a directory; may be asked by several threads at once
     */
    ClusterList(List<String> directories, Function<String, Cluster> load) {
        this.directories = List.copyOf(directories);
        this.load = load;
    }

    @Override
    public Cluster get(int index) {
        return load.apply(directories.get(index));
    }

    @Override
    public int size() {
        return directories.size();
    }
}
