package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

/** Each parameter as Maven sets it; what Maven around it does is left to src-it. */
@MojoTest
class BaselineMojoTest {

    private static final Path DIRECTORY = Path.of("target/baseline-mojo-test");

    @Inject
    private Log log;

    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "directory", value = "target/baseline-mojo-test")
    @MojoParameter(name = "postgresql", value = "16")
    @MojoParameter(name = "now", value = "2027-01-31T00:00:00Z")
    @MojoParameter(name = "baseline", value = "lint/known.json")
    void everyParameterIsTaken(BaselineMojo mojo) throws Exception {
        Files.createDirectories(DIRECTORY);
        Files.writeString(DIRECTORY.resolve("pg_hba.conf"), "host all app 10.0.0.0/8 trust\n");
        Path file = DIRECTORY.resolve("lint/known.json");
        Files.deleteIfExists(file);
        mojo.execute();
        assertThat(file).content().contains("\"rule\":\"trust-remote\"", "\"since\":\"2027-01-31\"");
        verify(log).info(contains("1 entries, 1 added, 0 removed"));
    }

    @Test
    @InjectMojo(goal = "baseline")
    @MojoParameter(name = "directory", value = "src/test/resources/one-cluster")
    @MojoParameter(name = "baseline", value = "../elsewhere.json")
    void aFileOutsideTheDirectoryIsRefused(BaselineMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("../elsewhere.json");
    }
}
