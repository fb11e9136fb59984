package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitHubActionsTest {

    private static final ReportTarget TEXT = new ReportTarget(ReportFormat.TEXT, Optional.empty());
    private static final ReportTarget GITHUB = new ReportTarget(ReportFormat.GITHUB, Optional.empty());

    @Test
    void aStepGetsAnnotationsWithoutAskingForThem() {
        GitHubActions step = new GitHubActions(Map.of("GITHUB_ACTIONS", "true"));

        assertThat(step.with(List.of(TEXT))).containsExactly(TEXT, GITHUB);
        assertThat(step.with(List.of(GITHUB))).containsExactly(GITHUB);
    }

    @Test
    void elsewhereNobodyGetsThem() {
        assertThat(new GitHubActions(Map.of()).with(List.of(TEXT))).containsExactly(TEXT);
        assertThat(new GitHubActions(Map.of("GITHUB_ACTIONS", "")).with(List.of(TEXT)))
                .containsExactly(TEXT);
    }

    @Test
    void theSummaryOfAStepGetsATableBehindWhatIsThere(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("pg_hba.conf"), "host all all 0.0.0.0/0 trust\n");
        Path summary = Files.writeString(directory.resolve("summary.md"), "# build\n");
        ReportWriter writer = ReportWriter.of(new SystemStreamLog(), Threshold.parse("error"), directory, directory);

        new GitHubActions(Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()))
                .summarize(Linter.lint(LintRequest.of(directory)), writer);

        assertThat(summary).content().startsWith("# build\n### pgmtls-lint\n").contains("| error | pg\\_hba.conf:1:");
    }

    @Test
    void withoutAStepThereIsNoSummary(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("pg_hba.conf"), "local all all peer\n");
        Path summary = directory.resolve("summary.md");
        ReportWriter writer = ReportWriter.of(new SystemStreamLog(), Threshold.parse("error"), directory, directory);

        new GitHubActions(Map.of("GITHUB_STEP_SUMMARY", summary.toString()))
                .summarize(Linter.lint(LintRequest.of(directory)), writer);

        assertThat(summary).doesNotExist();
    }
}
