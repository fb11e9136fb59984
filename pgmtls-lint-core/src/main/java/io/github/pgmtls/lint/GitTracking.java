package io.github.pgmtls.lint;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.util.FS;

/**
 * Which files git tracks: those in the index of the repository that a file belongs to.
 *
 * <p>Only the index is read. The repository is never opened as such, so that neither its configuration nor that of the
 * user has a say, and nothing is written. Indexes are read when first asked for and kept.
 */
final class GitTracking {

    /** The size of the smallest entry of an index, which bounds how many an index of some size can hold. */
    private static final int SMALLEST_ENTRY = 62;

    private final Map<Path, Optional<Path>> workTrees = new HashMap<>();
    private final Map<Path, Optional<DirCache>> indexes = new HashMap<>();
    private final Map<Path, String> problems = new TreeMap<>();

    /** Tells whether git tracks a file, given by its real path; not if it belongs to no repository. */
    synchronized boolean isTracked(Path realFile) {
        Path directory = realFile.getParent();
        Optional<Path> workTree = directory == null ? Optional.empty() : workTree(directory);
        return workTree.flatMap(this::index)
                .map(index -> index.findEntry(gitPath(workTree.get(), realFile)) >= 0)
                .orElse(false);
    }

    /** Returns one phrase for each repository whose index could not be read. */
    synchronized List<String> problems() {
        return List.copyOf(problems.values());
    }

    /** Returns the nearest directory at or above the given one that holds a repository. */
    private Optional<Path> workTree(Path directory) {
        Optional<Path> known = workTrees.get(directory);
        if (known != null) {
            return known;
        }
        Optional<Path> found = Optional.empty();
        for (Path at = directory; at != null && found.isEmpty(); at = at.getParent()) {
            found = isRepository(at.resolve(".git")) ? Optional.of(at) : Optional.empty();
        }
        workTrees.put(directory, found);
        return found;
    }

    private static boolean isRepository(Path dotGit) {
        return Files.isRegularFile(dotGit) || Files.exists(dotGit.resolve("HEAD"));
    }

    private Optional<DirCache> index(Path workTree) {
        return indexes.computeIfAbsent(workTree, this::readIndex);
    }

    private Optional<DirCache> readIndex(Path workTree) {
        try {
            Path file = gitDirectory(workTree.resolve(".git")).resolve("index");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            checkEntryCount(file);
            return Optional.of(DirCache.read(file.toFile(), FS.DETECTED));
        } catch (IOException | RuntimeException e) {
            problems.put(workTree, "the git index of " + workTree + " cannot be read (" + e.getMessage() + ")");
            return Optional.empty();
        }
    }

    /** Returns the directory that {@code .git} is or, for a linked work tree or a submodule, names. */
    private static Path gitDirectory(Path dotGit) throws IOException {
        if (Files.isDirectory(dotGit)) {
            return dotGit;
        }
        String line = FileSystemTree.readText(dotGit, 1 << 16).strip();
        if (!line.startsWith("gitdir:")) {
            throw new IOException(".git is not a directory and names none");
        }
        try {
            return dotGit.resolveSibling(line.substring("gitdir:".length()).strip());
        } catch (InvalidPathException e) {
            throw new IOException(".git names no directory", e);
        }
    }

    /** Refuses an index that claims more entries than its size allows, before memory is set aside for them. */
    private static void checkEntryCount(Path index) throws IOException {
        if (!Files.isRegularFile(index)) {
            throw new IOException("it is not a regular file");
        }
        try (InputStream in = Files.newInputStream(index);
                DataInputStream header = new DataInputStream(in)) {
            header.skipNBytes(8);
            if (Integer.toUnsignedLong(header.readInt()) > Files.size(index) / SMALLEST_ENTRY) {
                throw new IOException("it is shorter than it says");
            }
        }
    }

    private static String gitPath(Path workTree, Path file) {
        return FileSystemTree.slashed(workTree.relativize(file));
    }
}
