package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.startsWith;
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
class AccessMojoTest {

    private static final String ONE_CLUSTER = "src/test/resources/one-cluster";

    @Inject
    private Log log;

    @Test
    @InjectMojo(goal = "access")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    void textGoesToTheLogLineByLine(AccessMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info(startsWith("cluster ., PostgreSQL 18, assumed"));
        verify(log).info("  who can be the superuser \"postgres\"");
    }

    @Test
    @InjectMojo(goal = "access")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "postgresql", value = "16")
    @MojoParameter(name = "format", value = "Json")
    @MojoParameter(name = "output", value = "target/access-mojo-test/access.json")
    void everyParameterIsTaken(AccessMojo mojo) throws Exception {
        Path file = Path.of("target/access-mojo-test/access.json");
        Files.deleteIfExists(file);
        mojo.execute();
        assertThat(file).content().contains("\"schema\" : \"pgmtls-access/1\"", "\"postgresql\" : 16");
    }

    @Test
    @InjectMojo(goal = "access")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "format", value = "xml")
    void anUnknownFormatIsAnsweredWithTheKnownOnes(AccessMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("pgmtls.format is \"xml\"; it can be text or json");
    }

    @Test
    @InjectMojo(goal = "access")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "policy", value = "nowhere.yaml")
    void thePolicyIsTheOneThatIsNamed(AccessMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("nowhere.yaml cannot be read");
    }
}
