package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.LoadProblem;
import io.github.pgmtls.lint.config.ServerFacts;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a file from being opened is told in the same words from a real directory as from files in memory. */
class AuthFilesOnDiskTest {

    @TempDir
    private Path directory;

    private List<String> problemsOf(String content) throws IOException {
        Files.writeString(directory.resolve("pg_hba.conf"), content);
        FileTree tree = FileSystemTree.open(directory);
        FileRead.Content file = (FileRead.Content) tree.read("pg_hba.conf");
        ServerFacts server = new ServerFacts(new PostgresVersion(18), Set.of(), true, false, "");
        return HbaFile.read(file.file(), tree, ServerPaths.of(tree, Map.of()), server).problems().stream()
                .map(LoadProblem::message)
                .toList();
    }

    @Test
    void aPathBelowAFileLeadsNowhere() throws IOException {
        Files.writeString(directory.resolve("list"), "a\n");

        assertThat(problemsOf("local @list/x all trust\n"))
                .containsExactly("could not open file \"list/x\": Not a directory");
        assertThat(problemsOf("include_if_exists list/x/y\nlocal all all trust\n"))
                .containsExactly("could not open file \"list/x/y\": Not a directory");
        assertThat(problemsOf("include_dir list\nlocal all all trust\n"))
                .containsExactly("could not open configuration directory \"list\": Not a directory");
    }

    @Test
    void aNameMayBeTooLongForAFile() throws IOException {
        String name = "n".repeat(256);

        assertThat(problemsOf("local @" + name + " all trust\n"))
                .containsExactly("could not open file \"" + name + "\": File name too long");
        assertThat(problemsOf("include_if_exists " + name + "/x\nlocal all all trust\n"))
                .containsExactly("could not open file \"" + name + "/x\": File name too long");
        assertThat(problemsOf("local @no/" + name + " all trust\n"))
                .containsExactly("could not open file \"no/" + name + "\": No such file or directory");
    }
}
