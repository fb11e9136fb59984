package io.github.pgmtls.lint;

import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileRead.Failure;
import io.github.pgmtls.lint.source.FileRead.Reason;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The linted directory as it is in a revision of git. A class of its own since loading JGit takes a while. */
final class GitRevision implements FileTree {

    private static final int LIMIT = 16 << 20;

    private final Path directory;
    private final String revision;
    private final Map<String, FileRead> known = new HashMap<>();

    private GitRevision(Path directory, String revision) {
        this.directory = directory;
        this.revision = revision;
    }

    /**
     * Opens a revision.
     *
     * @throws LintException if the directory is in no repository, or there is no such revision
     */
    static GitRevision open(Path directory, String revision) {
        try {
            GitRevision tree = new GitRevision(directory.toRealPath(), revision);
            return GitAlone.run(tree::check);
        } catch (IOException | IllegalArgumentException e) {
            throw new LintException(
                    "the revision \"" + revision + "\" of " + directory + " cannot be read (" + e.getMessage()
                            + "); name one that is there with -Dpgmtls.policyRef=REVISION, and fetch it before",
                    e);
        }
    }

    private GitRevision check() throws IOException {
        try (Repository repository = repository();
                RevWalk walk = new RevWalk(repository)) {
            treeOf(repository, walk);
            return this;
        }
    }

    private Repository repository() throws IOException {
        FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(directory.toFile());
        if (builder.getGitDir() == null) {
            throw new IOException("it is in no git repository");
        }
        return builder.setMustExist(true).build();
    }

    private RevTree treeOf(Repository repository, RevWalk walk) throws IOException {
        ObjectId id = repository.resolve(revision + "^{commit}");
        if (id == null) {
            throw new IOException("there is no such revision");
        }
        return walk.parseCommit(id).getTree();
    }

    @Override
    public FileRead read(String path) {
        return known.computeIfAbsent(path, this::readNow);
    }

    private FileRead readNow(String path) {
        try {
            return GitAlone.run(() -> readFromRepository(path));
        } catch (LargeObjectException e) {
            return new Failure(Reason.TOO_LARGE, "is larger than " + LIMIT + " bytes in " + revision);
        } catch (IOException e) {
            return new Failure(Reason.UNREADABLE, FileSystemTree.reason(e));
        }
    }

    private FileRead readFromRepository(String path) throws IOException {
        try (Repository repository = repository();
                RevWalk walk = new RevWalk(repository)) {
            Path top = repository.getWorkTree().toPath().toRealPath();
            String inside = FileSystemTree.slashed(top.relativize(directory));
            String whole = inside.isEmpty() ? path : inside + "/" + path;
            try (TreeWalk found = TreeWalk.forPath(repository, whole, treeOf(repository, walk))) {
                if (found == null) {
                    return new Failure(Reason.ABSENT, "is not in " + revision);
                }
                FileMode mode = found.getFileMode(0);
                if (!mode.equals(FileMode.REGULAR_FILE) && !mode.equals(FileMode.EXECUTABLE_FILE)) {
                    return new Failure(Reason.NOT_REGULAR, "is not a regular file in " + revision);
                }
                return new FileRead.Content(SourceFile.of(
                        path, repository.open(found.getObjectId(0)).getBytes(LIMIT)));
            }
        }
    }

    @Override
    public Optional<List<String>> list(String path) {
        return Optional.empty();
    }

    @Override
    public Optional<FileFacts> facts(String path) {
        return Optional.empty();
    }
}
