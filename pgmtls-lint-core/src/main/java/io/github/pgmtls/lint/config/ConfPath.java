package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.List;
import java.util.Optional;

/**
 * The path of a configuration file in the tree, and as the server spells it: up to version 14 it keeps {@code .} and
 * {@code ..} in the middle ({@code canonicalize_path} in path.c), which matters when a file includes itself.
 *
 * @param inTree the path in the tree; absent if the name is not UTF-8, which no path of the tree is
 * @param written the server's spelling, as a byte string
 * @param shown the path in the tree as a byte string, for messages
 */
record ConfPath(Optional<String> inTree, String written, String shown) {

    private static final FileRead NOT_THERE = new FileRead.Failure(FileRead.Reason.ABSENT, "no such file or directory");

    static ConfPath of(String inTree) {
        String bytes = ByteText.encode(inTree);
        return new ConfPath(Optional.of(inTree), bytes, bytes);
    }

    /** Returns the path of what this file refers to by a name; nothing if it leads out of the tree. */
    Optional<ConfPath> included(String name, ServerPaths paths) {
        String text = ByteText.decode(name);
        boolean isText = ByteText.encode(text).equals(name);
        Optional<String> found = isText
                ? paths.resolve(text, ServerPaths.directoryOf(inTree.orElse("")))
                : paths.resolve(name, ServerPaths.directoryOf(shown));
        return found.map(path ->
                new ConfPath(isText ? found : Optional.empty(), spelled(name), isText ? ByteText.encode(path) : path));
    }

    private String spelled(String name) {
        String directory = ServerPaths.directoryOf(written);
        String tail = name.replaceFirst("^(\\./)+", "");
        return trimmed(tail.startsWith("/") || directory.isEmpty() ? tail : directory + "/" + tail);
    }

    /** Returns the path of an entry of this directory. */
    ConfPath entry(String name) {
        String bytes = ByteText.encode(name);
        return new ConfPath(inTree.map(path -> join(path, name)), join(written, bytes), join(shown, bytes));
    }

    private static String join(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    /** Reads the file. */
    FileRead read(FileTree tree, PostgresVersion version) {
        return inTree.isPresent() && isReachable(tree, version) ? tree.read(inTree.get()) : NOT_THERE;
    }

    /** Returns the names in the directory in byte order; nothing if it is not there or cannot be read. */
    Optional<List<String>> list(FileTree tree, PostgresVersion version) {
        return inTree.isPresent() && isReachable(tree, version) ? tree.list(inTree.get()) : Optional.empty();
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
        boolean sameFile = inTree.isPresent() && inTree.equals(other.inTree);
        return sameFile && (version.isAtLeast(15) || written.equals(other.written) || (isPlain() && other.isPlain()));
    }

    /** Tells whether the directories that the path passes through on its way back by {@code ..} are there. */
    private boolean isReachable(FileTree tree, PostgresVersion version) {
        if (version.isAtLeast(15)) {
            return true;
        }
        for (int back = written.indexOf("/.."); back >= 0; back = written.indexOf("/..", back + 1)) {
            Optional<String> passed = ServerPaths.normalize(written.substring(0, back));
            if (passed.isPresent() && !written.startsWith("/") && isNoDirectory(passed.get(), tree)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNoDirectory(String path, FileTree tree) {
        return tree.list(ByteText.decode(path)).isEmpty();
    }

    private boolean isPlain() {
        return !("/" + written + "/").contains("/../") && !("/" + written + "/").contains("/./");
    }
}
