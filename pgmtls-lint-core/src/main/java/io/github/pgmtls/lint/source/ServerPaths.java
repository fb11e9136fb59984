package io.github.pgmtls.lint.source;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the paths that a server uses lie in the linted directory.
 *
 * <p>An absolute path is looked up in the path mappings (longest prefix first), then by its place on this machine. A
 * relative path starts at a directory of the tree.
 */
public final class ServerPaths {

    private final FileTree tree;
    private final List<Map.Entry<String, String>> mappings;

    private ServerPaths(FileTree tree, List<Map.Entry<String, String>> mappings) {
        this.tree = tree;
        this.mappings = mappings;
    }

    /**
     * Makes the lookup for a tree.
     *
     * @param mappings server directory or file (absolute) to path in the tree
     */
    public static ServerPaths of(FileTree tree, Map<String, String> mappings) {
        if (mappings.isEmpty()) {
            return new ServerPaths(tree, List.of());
        }
        List<Map.Entry<String, String>> longestFirst = mappings.entrySet().stream()
                .map(e -> Map.entry(stripSlashes(e.getKey()), e.getValue()))
                .sorted(Comparator.comparing(e -> -e.getKey().length()))
                .toList();
        return new ServerPaths(tree, longestFirst);
    }

    /**
     * Finds the place of a path.
     *
     * @param path as the server's file has it, as a byte string
     * @param directory the tree directory from which a relative path starts
     * @return the path in the tree, whether or not something is there; empty if it leads out of the tree
     */
    public Optional<String> resolve(String path, String directory) {
        if (!path.startsWith("/")) {
            return within(directory, path);
        }
        String absolute = "/" + normalize(path).orElse("");
        for (Map.Entry<String, String> mapping : mappings) {
            String prefix = mapping.getKey();
            if (absolute.equals(prefix) || absolute.startsWith(prefix + "/")) {
                return normalize(mapping.getValue() + absolute.substring(prefix.length()));
            }
        }
        return tree.locate(absolute);
    }

    /** Returns where a relative path leads from a directory of the tree; empty if that is above the top. */
    public static Optional<String> within(String directory, String path) {
        return normalize(join(directory, path));
    }

    /** Returns the directory part of a tree path; empty for the top. */
    public static String directoryOf(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** Returns the path of a name in a directory; the top is the empty one. */
    public static String join(String directory, String name) {
        return directory.isEmpty() ? name : directory + "/" + name;
    }

    /** Returns the part of a path behind the last slash. */
    public static String nameOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Removes empty, {@code .} and {@code ..} parts; empty if {@code ..} leads above the top. */
    public static Optional<String> normalize(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.pollLast() == null && !path.startsWith("/")) {
                    return Optional.empty();
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return Optional.of(String.join("/", parts));
    }

    /** Returns the way from a directory of the tree to a path of it, with as many {@code ..} as it takes. */
    public static String relativize(String directory, String path) {
        String up = "";
        for (String from = directory; !from.isEmpty(); from = directoryOf(from)) {
            if (path.startsWith(from + "/")) {
                return up + path.substring(from.length() + 1);
            }
            up += "../";
        }
        return up + path;
    }

    private static String stripSlashes(String path) {
        String stripped = path;
        while (stripped.endsWith("/")) {
            stripped = stripped.substring(0, stripped.length() - 1);
        }
        return stripped;
    }
}
