package io.github.pgmtls.lint.testing.postgres;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operations on whole directories. Symbolic links are not followed. */
final class Directories {

    private static final Set<PosixFilePermission> ENTERED_BY_ALL = PosixFilePermissions.fromString("rwx--x--x");

    private Directories() {}

    /** What to do with each file and directory. */
    interface Action {
        void apply(Path path) throws IOException;
    }

    /**
     * Makes a directory that all may pass and only this user may change.
     *
     * @throws IOException also if it exists and is not such a directory: somebody else may have put it there
     */
    static Path privateDirectory(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(directory.getParent());
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(ENTERED_BY_ALL));
            Files.setPosixFilePermissions(directory, ENTERED_BY_ALL);
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS);
        boolean trusted = Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                && ServerUser.idOf(directory, LinkOption.NOFOLLOW_LINKS) == ServerUser.ownId()
                && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
        if (!trusted) {
            throw new IOException(directory + " belongs to somebody else or can be changed by others; remove it");
        }
        return directory;
    }

    /** Copies a directory with modes, and applies an action to each copy, a directory before its contents. */
    static void copy(Path from, Path to, Action onCopy) throws IOException {
        walk(from, path -> {
            Path copy = to.resolve(from.relativize(path).toString());
            Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            onCopy.apply(copy);
        });
    }

    /** Applies an action to a directory and all it contains, a directory before its contents. */
    static void walk(Path top, Action action) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                action.apply(directory);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                action.apply(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    static long count(Path top) throws IOException {
        try (Stream<Path> paths = Files.walk(top)) {
            return paths.count();
        }
    }

    /** Removes a directory, if it exists, with all it contains. */
    static void delete(Path top) throws IOException {
        if (!Files.exists(top, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException problem)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
