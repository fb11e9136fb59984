package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTest {

    @TempDir
    private Path directory;

    @Test
    void theVersionReachesTheCluster() throws Exception {
        Files.writeString(directory.resolve("pg_hba.conf"), "local all all peer\n");
        assertThat(request(directory.toFile(), 16).lint(new SystemStreamLog()).clusters())
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.postgresql()).contains(new PostgresVersion(16)));
    }

    @Test
    void nothingToCheckIsAFailure() {
        assertThatThrownBy(() -> request(directory.toFile(), null).lint(new SystemStreamLog()))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(directory.toString());
    }

    private static Request request(File directory, Integer postgresql) {
        return new Request(directory, postgresql, null, null);
    }
}
