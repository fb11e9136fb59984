package io.github.pgmtls.lint.source;

import java.util.List;
import java.util.Optional;

/**
 * The linted directory, read-only. Paths are relative to its top, with {@code /} between the parts and without
 * {@code .} or {@code ..}; the empty path is the top itself.
 */
public interface FileTree {

    /** Reads a file; every way in which that can fail is a value of {@link FileRead}, not an exception. */
    FileRead read(String path);

    /** Returns the names in a directory in byte order, or nothing if the path is not a readable directory. */
    Optional<List<String>> list(String directory);

    /** Returns what the file system tells about the file that a path leads to, symbolic links followed. */
    Optional<FileFacts> facts(String path);

    /** Returns owner and mode of the file that a path leads to; what git knows, which takes longer, is not asked. */
    default Optional<FileFacts.Posix> posix(String path) {
        return facts(path).flatMap(FileFacts::posix);
    }

    /** Returns the path in this tree of an absolute path of this machine, if it lies in this tree. */
    default Optional<String> locate(String absolutePath) {
        return Optional.empty();
    }
}
