package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.Optional;

/**
 * The path of a configuration file in the tree, and as the server spells it: up to version 14 it keeps {@code .} and
 * {@code ..} in the middle ({@code canonicalize_path} in path.c), which matters when a file includes itself.
 *
 * @param inTree the path in the tree
 * @param written the server's spelling
 */
record ConfPath(String inTree, String written) {

    static ConfPath of(String inTree) {
        return new ConfPath(inTree, inTree);
    }

    /** Returns the path of a file or directory that this file refers to by a name. */
    ConfPath included(String name, String treePath) {
        String directory = ServerPaths.directoryOf(written);
        String tail = name.replaceFirst("^(\\./)+", "");
        return new ConfPath(treePath, trimmed(tail.startsWith("/") || directory.isEmpty() ? tail : directory + "/" + tail));
    }

    /** Returns the path of an entry of this directory. */
    ConfPath entry(String name, String treePath) {
        return new ConfPath(treePath, written.isEmpty() ? name : written + "/" + name);
    }

    /** Removes needless slashes, and {@code .} and {@code ..} at the end only. */
    private static String trimmed(String path) {
        String rest = path.replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
        int back = 0;
        while (true) {
            String last = rest.substring(rest.lastIndexOf('/') + 1);
            if (last.equals("..")) {
                back++;
            } else if (!last.equals(".")) {
                if (back == 0 || rest.isEmpty()) {
                    return "../".repeat(back) + rest;
                }
                back--;
            }
            rest = ServerPaths.directoryOf(rest);
        }
    }

    /** Tells whether the server notices at once that these are the same file. */
    boolean isSame(ConfPath other, PostgresVersion version) {
        boolean sameFile = inTree.equals(other.inTree);
        return sameFile && (version.isAtLeast(15) || written.equals(other.written) || (isPlain() && other.isPlain()));
    }

    /** Tells whether the directories that the path passes through on its way back by {@code ..} are there. */
    boolean isReachable(FileTree tree, PostgresVersion version) {
        if (version.isAtLeast(15)) {
            return true;
        }
        for (int back = written.indexOf("/.."); back >= 0; back = written.indexOf("/..", back + 1)) {
            Optional<String> passed = ServerPaths.normalize(written.substring(0, back));
            if (passed.isPresent() && !written.startsWith("/") && tree.list(passed.get()).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private boolean isPlain() {
        return !("/" + written + "/").contains("/../") && !("/" + written + "/").contains("/./");
    }
}
