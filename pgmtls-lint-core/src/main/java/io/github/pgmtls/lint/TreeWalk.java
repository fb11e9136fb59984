package io.github.pgmtls.lint;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Visits everything below a directory, without following links to directories and without what builds leave behind. */
final class TreeWalk extends SimpleFileVisitor<Path> {

    private static final Set<String> SKIPPED = Set.of(".git", "target", "node_modules");

    private final Path top;
    private final Consumer<String> found;
    private final Consumer<String> problem;

    /**
     * Makes a walk.
     *
     * @param top a real path
     * @param found takes the path below the top of everything that is not a directory
     * @param problem takes a phrase about each directory that cannot be entered
     */
    TreeWalk(Path top, Consumer<String> found, Consumer<String> problem) {
        this.top = top;
        this.found = found;
        this.problem = problem;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return !directory.equals(top) && SKIPPED.contains(String.valueOf(directory.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (!isLinkToDirectoryInside(file, attributes) && !file.endsWith(".git")) {
            found.accept(FileSystemTree.slashed(top.relativize(file)));
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isLinkToDirectoryInside(Path file, BasicFileAttributes attributes) {
        if (!attributes.isSymbolicLink()) {
            return false;
        }
        try {
            Path real = file.toRealPath();
            return real.startsWith(top) && Files.isDirectory(real);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        report(file, e);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) {
        if (e != null) {
            report(directory, e);
        }
        return FileVisitResult.CONTINUE;
    }

    private void report(Path path, IOException e) {
        String name = FileSystemTree.slashed(top.relativize(path));
        problem.accept("\"" + name + "\" cannot be looked into (" + FileSystemTree.reason(e) + ")");
    }
}
