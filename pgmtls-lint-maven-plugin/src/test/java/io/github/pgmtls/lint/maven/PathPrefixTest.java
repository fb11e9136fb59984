package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PathPrefixTest {

    private static final Path BASE = Path.of("base").toAbsolutePath();

    @Test
    void theSameDirectoryNeedsNoPrefix() {
        assertThat(PathPrefix.between(BASE, BASE.resolve("x/.."))).isEmpty();
    }

    @Test
    void aDirectoryBelowIsNamed() {
        assertThat(PathPrefix.between(BASE, BASE.resolve("servers/eu"))).isEqualTo("servers/eu");
    }

    @Test
    void aDirectoryElsewhereIsReachedFromTheBase() {
        assertThat(PathPrefix.between(BASE, BASE.resolveSibling("other"))).isEqualTo("../other");
    }

    @Test
    void theWorkTreeIsTheNearestDirectoryWithGit(@TempDir Path top) throws Exception {
        Path directory = Files.createDirectories(top.resolve("repository/servers/eu"));
        assertThat(PathPrefix.repositoryOf(directory, BASE)).isEqualTo(BASE);
        // in a linked work tree, .git is a file
        Files.writeString(top.resolve("repository/.git"), "gitdir: elsewhere\n");
        assertThat(PathPrefix.repositoryOf(directory, BASE)).isEqualTo(top.resolve("repository"));
    }
}
