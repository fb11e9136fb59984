package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileRead.Reason;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.FS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FileSystemTreeTest {

    @TempDir
    Path machine;

    private Path top;
    private FileSystemTree tree;

    @BeforeEach
    void open() throws IOException {
        top = Files.createDirectory(machine.resolve("repository"));
        tree = FileSystemTree.open(top);
    }

    @Test
    void readsBytesAsTheyAre() throws IOException {
        Files.write(write("a/pg_hba.conf", ""), new byte[] {0, (byte) 0xff, '\r', '\n'});

        assertThat(content("a/pg_hba.conf")).isEqualTo("\0\u00ff\r\n");
    }

    @Test
    void readsAFileOnce() throws IOException {
        write("a.conf", "first");
        FileRead first = tree.read("a.conf");
        write("a.conf", "second");

        assertThat(tree.read("a.conf")).isSameAs(first);
    }

    @Test
    void saysWhyAFileWasNotRead() throws IOException {
        Files.createDirectory(top.resolve("directory"));

        assertThat(failure("absent")).isEqualTo(Reason.ABSENT);
        assertThat(failure("directory")).isEqualTo(Reason.DIRECTORY);
        assertThat(failure("")).isEqualTo(Reason.DIRECTORY);
        assertThat(failure("a\0b")).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void doesNotReadMoreThanTheLimit() throws IOException {
        write("small", "1234");
        write("large", "12345");
        try (FileChannel sparse =
                FileChannel.open(top.resolve("huge"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sparse.write(ByteBuffer.wrap(new byte[1]), 1L << 40);
        }
        tree = FileSystemTree.open(top, 4);

        assertThat(content("small")).isEqualTo("1234");
        assertThat(failure("large")).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure("huge")).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    @Timeout(10)
    void doesNotOpenAFifo() throws Exception {
        run("mkfifo", top.resolve("fifo").toString());

        assertThat(failure("fifo")).isEqualTo(Reason.NOT_REGULAR);
    }

    @Test
    void saysThatItMayNotRead() throws IOException {
        Path file = write("secret", "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "this user may read everything, so permissions cannot be tested");

        assertThat(tree.read("secret")).isEqualTo(new FileRead.Failure(Reason.UNREADABLE, "permission denied"));
    }

    @Test
    void anErrorOfTheMachineWhileReadingIsAValue() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/mem")), "only Linux has a regular file that cannot be read");

        assertThat(((FileRead.Failure)
                                FileSystemTree.open(Path.of("/proc/self")).read("mem"))
                        .reason())
                .isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void followsLinksInsideTheTreeOnly() throws IOException {
        write("shared/pg_hba.conf", "inside");
        Files.writeString(machine.resolve("outside"), "outside");
        link("relative", "shared/pg_hba.conf");
        link("absolute", top.toRealPath().resolve("shared/pg_hba.conf").toString());
        link("directory", "shared");
        link("out", "../outside");
        link("far", "/etc/passwd");
        link("farAndAbsent", "/nowhere/at/all");
        link("farThroughAnother", "farAndAbsent");
        link("up", "..");
        link("dangling", "shared/absent");
        link("loop", "loop");

        assertThat(content("relative")).isEqualTo("inside");
        assertThat(content("absolute")).isEqualTo("inside");
        assertThat(content("directory/pg_hba.conf")).isEqualTo("inside");
        for (String path : List.of(
                "out", "far", "farAndAbsent", "farThroughAnother", "up", "up/outside", "../outside", "/etc/passwd")) {
            assertThat(failure(path)).as(path).isEqualTo(Reason.OUTSIDE);
            assertThat(tree.facts(path)).as(path).isEmpty();
            assertThat(tree.list(path)).as(path).isEmpty();
        }
        assertThat(failure("dangling")).isEqualTo(Reason.ABSENT);
        assertThat(failure("loop")).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void listsNamesInByteOrder() throws IOException {
        for (String name : List.of("b", "a", "B", "\u00e9", "\uff5e", "\ud83d\ude00")) {
            assumeTrue(canBeAFileName(name), "this machine's locale has no file name for " + name);
            write("d/" + name, "");
        }

        assertThat(tree.list("d").orElseThrow()).containsExactly("B", "a", "b", "\u00e9", "\uff5e", "\ud83d\ude00");
        assertThat(tree.list("d/a")).isEmpty();
        assertThat(tree.list("absent")).isEmpty();
        assertThat(tree.list("").orElseThrow()).containsExactly("d");
    }

    @Test
    void tellsOwnerAndModeOfWhatALinkLeadsTo() throws IOException {
        Path key = write("server.key", "");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        link("link.key", "server.key");
        int user = (Integer) Files.getAttribute(key, "unix:uid");

        assertThat(tree.facts("link.key").flatMap(FileFacts::posix)).contains(new FileFacts.Posix(user, 0640));
        assertThat(tree.facts("absent")).isEmpty();
    }

    @Test
    void knowsWhatGitTracks() throws IOException {
        write("server.key", "");
        write("sub/client.key", "");
        write("sub/untracked.key", "");
        link("link.key", "server.key");
        index(top.resolve(".git"), "server.key", "sub/client.key");
        write(".git/HEAD", "ref: refs/heads/main\n");

        assertThat(tracked("server.key")).isTrue();
        assertThat(tracked("sub/client.key")).isTrue();
        assertThat(tracked("link.key")).isTrue();
        assertThat(tracked("sub/untracked.key")).isFalse();
        assertThat(FileSystemTree.open(top.resolve("sub"))
                        .facts("client.key")
                        .orElseThrow()
                        .tracked())
                .isTrue();
    }

    @Test
    void theInnermostRepositoryDecides() throws IOException {
        write("nested/a.key", "");
        write("nested/b.key", "");
        index(top.resolve(".git"), "nested/a.key");
        write(".git/HEAD", "");
        index(top.resolve("nested/.git"), "b.key");
        write("nested/.git/HEAD", "");

        assertThat(tracked("nested/a.key")).isFalse();
        assertThat(tracked("nested/b.key")).isTrue();
    }

    @Test
    void readsTheIndexOfALinkedWorkTree() throws IOException {
        write("server.key", "");
        write(".git", "gitdir: ../main/.git/worktrees/repository\n");
        index(machine.resolve("main/.git/worktrees/repository"), "server.key");

        assertThat(tracked("server.key")).isTrue();
    }

    @Test
    void withoutARepositoryNothingIsTracked() throws IOException {
        write("server.key", "");
        Files.createDirectory(top.resolve(".git"));

        assertThat(tracked("server.key")).isFalse();
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void aRepositoryWithoutAnIndexTracksNothing() throws IOException {
        write("server.key", "");
        write(".git/HEAD", "");

        assertThat(tracked("server.key")).isFalse();
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void aBrokenRepositoryIsAProblemAndNotAnException() throws IOException {
        List<String> indexes = List.of("", "garbage, and rather more than twelve bytes", "DIRC\0\0\0\2\u007f\0\0\0");
        for (int i = 0; i < indexes.size(); i++) {
            write(i + "/server.key", "");
            write(i + "/.git/HEAD", "");
            write(i + "/.git/index", indexes.get(i));
            assertThat(tracked(i + "/server.key")).isFalse();
            assertThat(tree.problems()).hasSize(i + 1);
        }
        write("file/server.key", "");
        write("file/.git", "no directory");

        assertThat(tracked("file/server.key")).isFalse();
        assertThat(tree.problems()).hasSize(indexes.size() + 1).allMatch(problem -> problem.contains("cannot be read"));
    }

    @Test
    void locatesPathsOfTheMachine() throws IOException {
        Path other = Files.createSymbolicLink(machine.resolve("other"), top);
        tree = FileSystemTree.open(other);

        assertThat(tree.locate(top.toRealPath() + "/a/../b.conf")).contains("b.conf");
        assertThat(tree.locate(other.toAbsolutePath() + "/a/b.conf")).contains("a/b.conf");
        assertThat(tree.locate(top.toRealPath().toString())).contains("");
        assertThat(tree.locate(top.toRealPath() + "x/a")).isEmpty();
        assertThat(tree.locate("/etc/ssl/server.crt")).isEmpty();
        assertThat(tree.locate("relative.conf")).isEmpty();
        assertThat(tree.locate("/a\0b")).isEmpty();
    }

    @Test
    void walksEverythingButBuildOutputInByteOrder() throws IOException {
        for (String path : List.of(
                "b/pg_hba.conf", "b.conf", "B/target/x", "B/y", "node_modules/z", ".git/HEAD", "c/.git", "a/target")) {
            write(path, "");
        }
        link("inside", "b/pg_hba.conf");
        link("outside", "/etc/passwd");
        link("dangling", "absent");
        link("again", "b");
        link("b/cycle", "..");

        assertThat(tree.walk())
                .containsExactly("B/y", "a/target", "b.conf", "b/pg_hba.conf", "dangling", "inside", "outside");
        assertThat(tree.problems()).isEmpty();
    }

    @Test
    void refusesWhatIsNoDirectory() throws IOException {
        Path file = write("file", "");

        assertThatThrownBy(() -> FileSystemTree.open(file)).isInstanceOf(NotDirectoryException.class);
    }

    private Path write(String path, String text) throws IOException {
        Path file = top.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void link(String path, String target) throws IOException {
        Files.createSymbolicLink(top.resolve(path), Path.of(target));
    }

    private String content(String path) {
        return ((FileRead.Content) tree.read(path)).file().content();
    }

    private Reason failure(String path) {
        assertThat(tree.read(path)).as(path).isInstanceOf(FileRead.Failure.class);
        return ((FileRead.Failure) tree.read(path)).reason();
    }

    private boolean tracked(String path) {
        return tree.facts(path).orElseThrow().tracked();
    }

    /** Writes a git index, in paths below the work tree. */
    private static void index(Path gitDirectory, String... paths) throws IOException {
        Files.createDirectories(gitDirectory);
        File file = gitDirectory.resolve("index").toFile();
        DirCache index = DirCache.lock(file, FS.DETECTED);
        DirCacheBuilder builder = index.builder();
        for (String path : paths) {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(ObjectId.fromString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"));
            builder.add(entry);
        }
        builder.finish();
        index.write();
        assertThat(index.commit()).isTrue();
    }

    private boolean canBeAFileName(String name) {
        try {
            return !top.resolve(name).toString().isEmpty();
        } catch (java.nio.file.InvalidPathException e) {
            return false;
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
