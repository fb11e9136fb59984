package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import java.util.Optional;
import java.util.Set;

/** Why the system of the server does not open a file, in its own words. */
final class Obstacle {

    static final String NO_SUCH_FILE = "No such file or directory";
    static final String NOT_A_DIRECTORY = "Not a directory";

    /** The longest name of a file that Linux has, in bytes. */
    private static final int LONGEST_NAME = 255;

    /** With these reasons something that is not a directory is there. */
    private static final Set<FileRead.Reason> FILES =
            Set.of(FileRead.Reason.UNREADABLE, FileRead.Reason.NOT_REGULAR, FileRead.Reason.TOO_LARGE);

    private Obstacle() {}

    /** Returns what is in the way to a path, if it is not just that nothing is there. */
    static Optional<String> to(ConfPath path, FileTree tree, PostgresVersion version) {
        String target = path.passed(version).stream()
                .filter(directory -> tree.list(directory).isEmpty())
                .findFirst()
                .map(directory -> ByteText.encode(directory) + "/..")
                .orElse(path.shown());
        String way = "";
        for (String name : target.split("/", -1)) {
            if (isFile(tree.read(way))) {
                return Optional.of(NOT_A_DIRECTORY);
            }
            if (name.length() > LONGEST_NAME) {
                return Optional.of("File name too long");
            }
            way = ByteText.decode(way.isEmpty() ? name : ByteText.encode(way) + "/" + name);
            FileRead read = tree.read(way);
            if (!isFile(read) && !isDirectory(read)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Tells whether something that is not a directory is there. */
    static boolean isFile(FileRead read) {
        return read instanceof FileRead.Content
                || (read instanceof FileRead.Failure failure && FILES.contains(failure.reason()));
    }

    private static boolean isDirectory(FileRead read) {
        return read instanceof FileRead.Failure failure && failure.reason() == FileRead.Reason.DIRECTORY;
    }
}
