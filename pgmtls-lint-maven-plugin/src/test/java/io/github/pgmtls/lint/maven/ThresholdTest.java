package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.finding.Severity;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;

class ThresholdTest {

    @Test
    void everyWordIsReadInAnyCase() throws Exception {
        assertThat(Threshold.parse("error").severity()).contains(Severity.ERROR);
        assertThat(Threshold.parse("WARNING").severity()).contains(Severity.WARNING);
        assertThat(Threshold.parse(" Info ").severity()).contains(Severity.INFO);
        assertThat(Threshold.parse("never").severity()).isEmpty();
    }

    @Test
    void anyOtherWordIsAnsweredWithTheRightOnes() {
        assertThatThrownBy(() -> Threshold.parse("errors"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("pgmtls.failOn is \"errors\"; it can be error, warning, info or never");
    }
}
