package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code pgmtls:init} writes is what {@code docs/gates.md} shows. */
class GateTest {

    private static final Pattern VERSION = Pattern.compile("pgmtls-lint-maven-plugin:([^:]+):verify");

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/gates.md"));
    }

    private static String version() throws IOException {
        Matcher version = VERSION.matcher(page());
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    @ParameterizedTest
    @EnumSource
    void thePageShowsWhatIsWritten(Gate gate) throws IOException {
        String comment = gate == Gate.JENKINS ? "// " : "# ";

        assertThat(page()).contains(comment + gate.path() + "\n" + gate.text(version(), "") + "```\n");
        assertThat(page()).contains("`" + gate.gateName() + "`");
    }

    @Test
    void thePageShowsWhatAPomNeeds() throws IOException {
        assertThat(page()).contains("```xml\n" + PomText.plugin(version(), "") + "```\n");
    }

    @ParameterizedTest
    @EnumSource
    void aGateOfADirectoryLintsThatDirectory(Gate gate) {
        assertThat(gate.text("1.2", "db/config"))
                .contains("io.github.pgmtls:pgmtls-lint-maven-plugin:1.2:verify -Dpgmtls.directory=db/config")
                .doesNotContain("@version@");
    }

    @Test
    void gatesThatThereAreNotAreNamed() {
        assertThatThrownBy(() -> Gate.parse(List.of("github", "gitea")))
                .hasMessage("pgmtls.gates holds \"gitea\"; it can hold github, gitlab, jenkins, pre-commit");
    }
}
