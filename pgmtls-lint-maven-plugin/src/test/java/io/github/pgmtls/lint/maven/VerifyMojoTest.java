package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

/** Each parameter as Maven sets it; what Maven around it does is left to src-it. */
@MojoTest
class VerifyMojoTest {

    private static final String ONE_CLUSTER = "src/test/resources/one-cluster";
    private static final String NO_CLUSTER = "src/test/resources/no-cluster";

    @Inject
    private Log log;

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    void theReportGoesToTheLogLineByLine(VerifyMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info(contains("1 cluster"));
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = NO_CLUSTER)
    void aDirectoryWithoutAClusterFailsAndSaysWhereItLooked(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .hasMessageContaining(Path.of(NO_CLUSTER).toString())
                .hasMessageContaining("pgmtls.directory");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = NO_CLUSTER)
    @MojoParameter(name = "skip", value = "true")
    void skipLooksAtNothing(VerifyMojo mojo) {
        assertThatCode(mojo::execute).doesNotThrowAnyException();
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "postgresql", value = "16")
    @MojoParameter(name = "failOn", value = "Warning")
    @MojoParameter(name = "now", value = "2027-01-31T00:00:00Z")
    @MojoParameter(name = "serverNames", value = "db.example.org,db2.example.org")
    @MojoParameter(name = "reports", value = "json,text=target/verify-mojo-test/report.txt")
    @MojoParameter(name = "reportDirectory", value = "target/verify-mojo-test")
    void everyParameterIsTakenAtOnce(VerifyMojo mojo) throws Exception {
        Path directory = Path.of("target/verify-mojo-test");
        Files.deleteIfExists(directory.resolve("pgmtls.json"));
        Files.deleteIfExists(directory.resolve("report.txt"));
        mojo.execute();
        assertThat(directory.resolve("pgmtls.json")).isNotEmptyFile();
        assertThat(directory.resolve("report.txt")).isNotEmptyFile();
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "postgresql", value = "9")
    void anUnknownVersionIsNamed(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("pgmtls.postgresql")
                .hasMessageContaining("9")
                .hasNoCause();
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "now", value = "tomorrow")
    void aTimeThatIsNoneIsShownAnExample(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("pgmtls.now is \"tomorrow\"; write a time in UTC, such as 2027-01-31T00:00:00Z");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "reports", value = "json=src/test/resources/one-cluster/pg_hba.conf/report.json")
    void aReportThatCannotBeWrittenIsNamed(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("json report")
                .hasMessageContaining("pg_hba.conf");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "suppressions", value = "maybe")
    void suppressionsAreOnOrOff(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("pgmtls.suppressions is \"maybe\"; it can be on or off");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "policy", value = "lint/other.yaml")
    void aPolicyThatIsNamedHasToBeThere(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("lint/other.yaml");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = ONE_CLUSTER)
    @MojoParameter(name = "policyRef", value = "no/such/revision")
    void aRevisionThatIsNotThereIsNamed(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no/such/revision");
    }

    @Test
    @InjectMojo(goal = "verify")
    @MojoParameter(name = "directory", value = "src/test/resources/not-there")
    void aDirectoryThatIsNotThereFailsWithoutACause(VerifyMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOfAny(MojoExecutionException.class, MojoFailureException.class)
                .hasMessageContaining("not-there")
                .hasNoCause();
    }
}
