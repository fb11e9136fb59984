package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleStatusTest {

    @TempDir
    private Path directory;

    @Test
    void aRuleIsActiveOrThereIsAReasonWhyNot() throws IOException {
        Files.writeString(directory.resolve("pg_hba.conf"), """
                hostssl a app all md5 # pgmtls:ignore[md5-method] -- x
                """);
        Files.writeString(directory.resolve("pgmtls.yaml"), """
                rules:
                  trust-remote: off
                  no-records: {severity: error}
                """);

        assertThat(status("md5-method"))
                .isEqualTo(new RuleStatus(".", true, "severity warning; 0 found, 1 suppressed or in the baseline"));
        assertThat(status("trust-remote")).isEqualTo(new RuleStatus("", false, "turned off at pgmtls.yaml:2:3"));
        assertThat(status("no-records").reason()).startsWith("severity error, set at pgmtls.yaml:3:15; 0 found");
        assertThat(status("private-key-in-git").active()).isTrue();
        assertThat(status("san-lacks-server-name"))
                .isEqualTo(new RuleStatus(".", false, "there is no server certificate to look at"));
        assertThat(status("expectation-violated").active()).isFalse();
    }

    @Test
    void anUnknownRuleIsAnsweredWithTheNearestOne() {
        assertThatThrownBy(() -> RuleStatus.find("ssl-of"))
                .isInstanceOf(LintException.class)
                .hasMessage("there is no rule \"ssl-of\"; did you mean \"ssl-off\"? mvn pgmtls:rules lists them all");
    }

    private RuleStatus status(String rule) {
        return RuleStatus.of(LintRequest.of(directory).postgresql(16), rule).get(0);
    }
}
