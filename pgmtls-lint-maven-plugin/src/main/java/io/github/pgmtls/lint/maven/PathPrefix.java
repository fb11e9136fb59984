package io.github.pgmtls.lint.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What stands before paths in reports, so that they lead to the file from where the report is read. */
final class PathPrefix {

    private PathPrefix() {}

    /** Returns the way from one directory to another with {@code /} between its parts; empty if they are the same. */
    static String between(Path from, Path to) {
        Path start = from.toAbsolutePath().normalize();
        Path end = to.toAbsolutePath().normalize();
        boolean isOneTree = start.getRoot().equals(end.getRoot());
        return (isOneTree ? start.relativize(end) : end).toString().replace('\\', '/');
    }

    /** Returns the top of the git work tree that holds a directory, from where services count, or another directory. */
    static Path repositoryOf(Path directory, Path otherwise) {
        return Stream.iterate(directory.toAbsolutePath().normalize(), path -> path != null, Path::getParent)
                .filter(path -> Files.exists(path.resolve(".git")))
                .findFirst()
                .orElse(otherwise);
    }
}
