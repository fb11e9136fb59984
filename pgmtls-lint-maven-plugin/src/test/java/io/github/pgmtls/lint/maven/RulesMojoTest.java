package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.contains;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.verify;

import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

/** Each parameter as Maven sets it; what Maven around it does is left to src-it. */
@MojoTest
class RulesMojoTest {

    @Inject
    private Log log;

    @Test
    @InjectMojo(goal = "rules")
    @MojoParameter(name = "directory", value = "src/test/resources/no-cluster")
    void withoutARuleAllAreListed(RulesMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info(startsWith("  error    ssl-off "));
    }

    @Test
    @InjectMojo(goal = "rules")
    @MojoParameter(name = "directory", value = "src/test/resources/one-cluster")
    @MojoParameter(name = "rule", value = "san-lacks-server-name")
    @MojoParameter(name = "postgresql", value = "16")
    void aRuleIsExplainedAndWhetherItIsActiveHere(RulesMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info("# san-lacks-server-name");
        verify(log).info("- cluster .: not active: there is no server certificate to look at");
    }

    @Test
    @InjectMojo(goal = "rules")
    @MojoParameter(name = "directory", value = "src/test/resources/no-cluster")
    @MojoParameter(name = "rule", value = "ssl-off")
    void aDirectoryWithoutAClusterIsNoReasonNotToTell(RulesMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info("# ssl-off");
        verify(log).info(contains("no cluster found"));
    }

    @Test
    @InjectMojo(goal = "rules")
    @MojoParameter(name = "directory", value = "src/test/resources/no-cluster")
    @MojoParameter(name = "rule", value = "ssl-of")
    void anUnknownRuleIsAnsweredWithTheNearestOne(RulesMojo mojo) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("did you mean \"ssl-off\"?");
    }

    @Test
    @InjectMojo(goal = "rules")
    @MojoParameter(name = "directory", value = "src/test/resources/one-cluster")
    @MojoParameter(name = "rule", value = "ssl-off")
    @MojoParameter(name = "policy", value = "nowhere.yaml")
    void thePolicyIsTheOneThatIsNamed(RulesMojo mojo) throws Exception {
        mojo.execute();
        verify(log).info(startsWith("- nowhere.yaml cannot be read"));
    }
}
