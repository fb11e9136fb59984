package io.github.pgmtls.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which files git tracks: those in the index of the repository that a file belongs to.
 *
 * <p>Only the index is read. The repository is never opened as such, so that neither its configuration nor that of the
 * user has a say, and nothing is written. Indexes are read when first asked for and kept.
 */
final class GitTracking {

    private final Map<Path, Optional<Path>> workTrees = new HashMap<>();
    private final Map<Path, Optional<GitIndex>> indexes = new HashMap<>();
    private final Map<Path, String> problems = new TreeMap<>();

    /** Tells whether git tracks a file, given by its real path; not if it belongs to no repository. */
    synchronized boolean isTracked(Path realFile) {
        Path directory = realFile.getParent();
        Optional<Path> workTree = directory == null ? Optional.empty() : workTree(directory);
        if (workTree.isEmpty()) {
            return false;
        }
        Optional<GitIndex> index = index(workTree.get());
        return index.isPresent() && index.get().contains(gitPath(workTree.get(), realFile));
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

    private Optional<GitIndex> index(Path workTree) {
        return indexes.computeIfAbsent(workTree, this::readIndex);
    }

    private Optional<GitIndex> readIndex(Path workTree) {
        try {
            Path file = gitDirectory(workTree.resolve(".git")).resolve("index");
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            return Optional.of(GitIndex.read(file));
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

    private static String gitPath(Path workTree, Path file) {
        return FileSystemTree.slashed(workTree.relativize(file));
    }
}
