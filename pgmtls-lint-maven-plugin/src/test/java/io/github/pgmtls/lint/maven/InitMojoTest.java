package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.Mockito.times;
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

/** What is written, and what stays as it is; what Maven around it does is left to src-it. */
@MojoTest
class InitMojoTest {

    private static final Path DIRECTORY = Path.of("target/init-mojo-test");

    @Inject
    private Log log;

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "directory", value = "target/init-mojo-test")
    void aPolicyAndAPomAreWrittenOnce(InitMojo mojo) throws Exception {
        Files.createDirectories(DIRECTORY.resolve("prod"));
        Files.writeString(DIRECTORY.resolve("prod/pg_hba.conf"), "local all all peer\n");
        Files.deleteIfExists(DIRECTORY.resolve("pgmtls.yaml"));
        Files.deleteIfExists(DIRECTORY.resolve("pom.xml"));
        mojo.execute();
        assertThat(DIRECTORY.resolve("pgmtls.yaml")).content().contains("\nclusters:\n  prod:\n");
        assertThat(DIRECTORY.resolve("pom.xml"))
                .content()
                .contains("      <plugin>\n        <groupId>io.github.pgmtls</groupId>\n");

        Files.writeString(DIRECTORY.resolve("pgmtls.yaml"), "postgresql: 16\n");
        mojo.execute();
        assertThat(DIRECTORY.resolve("pgmtls.yaml")).content().isEqualTo("postgresql: 16\n");
        verify(log).warn(contains("stays as it is"));
        verify(log, times(1)).info("<plugin>");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "directory", value = "target/init-gates-test/servers")
    @MojoParameter(name = "gates", value = "github,pre-commit")
    void gatesAreWrittenAtTheTopOfTheRepositoryAndNeverOver(InitMojo mojo) throws Exception {
        Path repository = Path.of("target/init-gates-test");
        Files.createDirectories(repository.resolve("servers"));
        Files.createDirectories(repository.resolve(".git"));
        Files.writeString(repository.resolve("servers/pg_hba.conf"), "local all all peer\n");
        Files.deleteIfExists(repository.resolve(".github/workflows/pgmtls.yml"));
        Files.writeString(repository.resolve(".pre-commit-config.yaml"), "repos: []\n");

        mojo.execute();

        assertThat(repository.resolve(".github/workflows/pgmtls.yml"))
                .content()
                .contains(":verify -Dpgmtls.directory=servers -Dpgmtls.reports=text,sarif");
        assertThat(repository.resolve(".pre-commit-config.yaml")).content().isEqualTo("repos: []\n");
        verify(log).info("repos:");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "directory", value = "target/init-mojo-test")
    @MojoParameter(name = "policy", value = "ci/policy.yaml")
    void thePolicyIsWrittenWhereItIsNamed(InitMojo mojo) throws Exception {
        Path policy = DIRECTORY.resolve("ci/policy.yaml");
        Files.deleteIfExists(policy);
        mojo.execute();
        assertThat(policy).content().contains("#postgresql: 16");
    }

    @Test
    @InjectMojo(goal = "init")
    @MojoParameter(name = "directory", value = "target/init-mojo-test")
    @MojoParameter(name = "policy", value = "../pgmtls.yaml")
    void aPolicyOutsideOfTheDirectoryIsRefused(InitMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("pgmtls.policy is \"../pgmtls.yaml\"");
    }
}
