package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
class TraceMojoTest {

    private static final String ONE_CLUSTER = "src/test/resources/one-cluster";

    @Inject
    private Log log;

    @Test
    @InjectMojo(goal = "trace")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "transport", value = "local")
    @MojoParameter(name = "user", value = "app")
    void oneConnectionIsToldToTheLogAsAStory(TraceMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info("user \"app\" to database \"app\" over a local socket");
        verify(log).info("unknown: the operating system's name of the client is not known");
    }

    @Test
    @InjectMojo(goal = "trace")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "postgresql", value = "16")
    @MojoParameter(name = "now", value = "2027-01-31T00:00:00Z")
    @MojoParameter(name = "cluster", value = ".")
    @MojoParameter(name = "transport", value = "plain")
    @MojoParameter(name = "user", value = "app")
    @MojoParameter(name = "database", value = "shop")
    @MojoParameter(name = "address", value = "::1")
    @MojoParameter(name = "replication", value = "true")
    @MojoParameter(name = "format", value = "Json")
    @MojoParameter(name = "output", value = "target/trace-mojo-test/trace.json")
    void everyParameterIsTaken(TraceMojo mojo) throws Exception {
        Path file = Path.of("target/trace-mojo-test/trace.json");
        Files.deleteIfExists(file);
        mojo.execute();
        assertThat(file)
                .content()
                .contains("no pg_hba.conf entry for replication connection from host \\\"::1\\\", user \\\"app\\\"");
    }

    @Test
    @InjectMojo(goal = "trace")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    void withoutAUserThereIsNothingToTrace(TraceMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("-Dpgmtls.user=USER");
    }

    @Test
    @InjectMojo(goal = "trace")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "transport", value = "local")
    @MojoParameter(name = "user", value = "app")
    @MojoParameter(name = "certificate", value = "none.crt")
    void aLocalConnectionShowsNoCertificate(TraceMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("only a connection over tls shows a certificate; leave it out");
    }

    @Test
    @InjectMojo(goal = "trace")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "connections", value = "target/trace-mojo-test/none.jsonl")
    void aFileOfConnectionsMustBeThere(TraceMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    @InjectMojo(goal = "trace")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "policy", value = "nowhere.yaml")
    @MojoParameter(name = "transport", value = "local")
    @MojoParameter(name = "user", value = "app")
    void thePolicyIsTheOneThatIsNamed(TraceMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("nowhere.yaml cannot be read");
    }
}
