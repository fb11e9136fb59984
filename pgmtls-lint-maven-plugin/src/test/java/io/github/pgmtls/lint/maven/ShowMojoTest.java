package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.contains;
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
class ShowMojoTest {

    private static final String ONE_CLUSTER = "src/test/resources/one-cluster";

    @Inject
    private Log log;

    @Test
    @InjectMojo(goal = "show")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    void textGoesToTheLogLineByLine(ShowMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info(startsWith("cluster . (the top directory), PostgreSQL 18"));
        verify(log).info(contains(" auth_method "));
    }

    @Test
    @InjectMojo(goal = "show")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "postgresql", value = "16")
    @MojoParameter(name = "format", value = "Json")
    @MojoParameter(name = "output", value = "target/show-mojo-test/show.json")
    @MojoParameter(name = "now", value = "2027-01-31T00:00:00Z")
    void everyParameterIsTaken(ShowMojo mojo) throws Exception {
        Path file = Path.of("target/show-mojo-test/show.json");
        Files.deleteIfExists(file);
        mojo.execute();
        assertThat(file).content().contains("\"now\" : \"2027-01-31T00:00:00Z\"", "\"postgresql\" : 16");
        verify(log).info(contains("show.json"));
    }

    @Test
    @InjectMojo(goal = "show")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "format", value = "xml")
    void anUnknownFormatIsAnsweredWithTheKnownOnes(ShowMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("pgmtls.format is \"xml\"; it can be text or json");
    }

    @Test
    @InjectMojo(goal = "show")
    @MojoParameter(name = "directory", value = "src/test/resources/no-cluster")
    void aDirectoryWithoutAClusterFails(ShowMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no cluster found")
                .hasNoCause();
    }

    @Test
    @InjectMojo(goal = "show")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "policy", value = "nowhere.yaml")
    void thePolicyIsTheOneThatIsNamed(ShowMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("nowhere.yaml cannot be read");
    }
}
