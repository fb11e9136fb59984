package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java code of the README compiles, stands there word for word, and finds something. */
class ReadmeExampleTest {

    @TempDir
    private Path directory;

    @Test
    void theFiveLinesOfTheReadmeWork() throws IOException {
        Files.writeString(directory.resolve("pg_hba.conf"), "host all all 10.0.0.0/8 trust\n");
        List<String> lines = new ArrayList<>();

        LintRequest request = LintRequest.of(directory).postgresql(16);
        LintReport report = Linter.lint(request);
        for (Finding finding : report.atLeast(Severity.WARNING)) {
            lines.add(finding.primary() + ": " + finding.message() + " [" + finding.rule() + "]");
        }

        assertThat(lines)
                .containsExactly(
                        "pg_hba.conf:1:25: anybody on the network gets in as any of these users [trust-remote]");
    }

    @Test
    void theReadmeShowsTheseLines() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String here = Files.readString(Path.of("src/test/java/io/github/pgmtls/lint/ReadmeExampleTest.java"));

        String loop = "for (Finding finding : report.atLeast(Severity.WARNING)) {";
        String print = "finding.primary() + \": \" + finding.message() + \" [\" + finding.rule() + \"]\"";
        assertThat(List.of(readme, here))
                .allSatisfy(text -> assertThat(text)
                        .contains("LintReport report = Linter.lint(request);")
                        .contains(loop)
                        .contains(print));
    }
}
