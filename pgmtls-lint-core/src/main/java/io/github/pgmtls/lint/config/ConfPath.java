package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path of a configuration file in the tree, and as the server spells it: an absolute path it leaves alone, and in a
 * relative one it keeps up to version 14 {@code .} and {@code ..} in the middle ({@code canonicalize_path} in path.c).
 * That matters when a file includes itself, and where {@code ..} leads back from a directory that is not there.
 *
 * @param inTree the path in the tree; absent if the name is not UTF-8, which no path of the tree is
 * @param written the server's spelling, as a byte string
 * @param shown the path in the tree as a byte string, for messages
 * @param passed the directories of the tree from which {@code ..} leads back in the spelling, and the one that it
 *     names with a slash at its end
 * @param verbatim whether every version keeps the spelling
 */
record ConfPath(Optional<String> inTree, String written, String shown, List<String> passed, boolean verbatim) {

    private static final FileRead NOT_THERE = new FileRead.Failure(FileRead.Reason.ABSENT, "no such file or directory");

    static ConfPath of(String inTree) {
        String bytes = ByteText.encode(inTree);
        return new ConfPath(Optional.of(inTree), bytes, bytes, List.of(), false);
    }

    /** Returns the path of what this file refers to by a name; nothing if it leads out of the tree. */
    Optional<ConfPath> included(String name, ServerPaths paths) {
        Optional<String> text = text(name);
        Optional<String> found = text.isPresent()
                ? paths.resolve(text.get(), ServerPaths.directoryOf(inTree.orElse("")))
                        .map(ByteText::encode)
                : paths.resolve(name, ServerPaths.directoryOf(shown));
        String spelled = spelled(name);
        return found.map(path -> new ConfPath(text(path), spelled, path, passed(spelled, paths), name.startsWith("/")));
    }

    private static Optional<String> text(String bytes) {
        return Optional.of(ByteText.decode(bytes))
                .filter(decoded -> ByteText.encode(decoded).equals(bytes));
    }

    private String spelled(String name) {
        if (name.startsWith("/")) {
            return name;
        }
        String directory = ServerPaths.directoryOf(written);
        String tail = name.replaceFirst("^(\\./)+", "");
        return trimmed(ServerPaths.join(directory, tail));
    }

    private static List<String> passed(String spelled, ServerPaths paths) {
        List<String> passed = new ArrayList<>();
        for (int back = spelled.indexOf("/.."); back >= 0; back = spelled.indexOf("/..", back + 1)) {
            paths.resolve(ByteText.decode(spelled.substring(0, back)), "").ifPresent(passed::add);
        }
        if (spelled.endsWith("/") || spelled.endsWith("/.")) {
            paths.resolve(ByteText.decode(spelled), "").ifPresent(passed::add);
        }
        return passed;
    }

    /** Returns the path as the server spells it in messages. */
    String spelling(PostgresVersion version) {
        String spelling = verbatim || !version.isAtLeast(15) ? written : shown;
        return spelling.isEmpty() ? "." : spelling;
    }

    /** Returns the path of an entry of this directory. */
    ConfPath entry(String name) {
        String bytes = ByteText.encode(name);
        return new ConfPath(
                inTree.map(path -> ServerPaths.join(path, name)),
                ServerPaths.join(written, bytes),
                ServerPaths.join(shown, bytes),
                passed,
                verbatim);
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
        String rest = path.replaceAll("/+", "/").replaceFirst("(?s)(?<=.)/\\z", "");
        int back = 0;
        while (true) {
            String last = ServerPaths.nameOf(rest);
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

    /** Returns the directories that must be there because of the spelling. */
    List<String> passed(PostgresVersion version) {
        boolean shortened = version.isAtLeast(15) && !verbatim;
        return shortened ? List.of() : passed;
    }

    private boolean isReachable(FileTree tree, PostgresVersion version) {
        return passed(version).stream()
                .allMatch(directory -> tree.list(directory).isPresent());
    }

    private boolean isPlain() {
        return !("/" + written + "/").contains("/../") && !("/" + written + "/").contains("/./");
    }
}
