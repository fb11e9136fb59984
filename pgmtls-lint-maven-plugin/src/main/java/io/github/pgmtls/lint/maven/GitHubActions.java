package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.report.ReportFormat;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What a step of GitHub Actions gets without being asked: annotations, and a table in its summary. Source: GitHub
 * documentation, "Workflow commands for GitHub Actions" and "Default environment variables".
 *
 * @param environment the variables of the process
 */
record GitHubActions(Map<String, String> environment) {

    private boolean isRunning() {
        return "true".equals(environment.get("GITHUB_ACTIONS"));
    }

    /** Returns the reports that are asked for and, in a step, the one that becomes annotations. */
    List<ReportTarget> with(List<ReportTarget> targets) {
        boolean isAsked = targets.stream().anyMatch(target -> target.format() == ReportFormat.GITHUB);
        if (isAsked || !isRunning()) {
            return targets;
        }
        List<ReportTarget> all = new ArrayList<>(targets);
        all.add(new ReportTarget(ReportFormat.GITHUB, Optional.empty()));
        return all;
    }

    /** Adds a report to the summary of the step, if there is one. */
    void summarize(LintReport report, ReportWriter writer) throws MojoExecutionException {
        String file = environment.get("GITHUB_STEP_SUMMARY");
        if (!isRunning() || file == null || file.isBlank()) {
            return;
        }
        try {
            writer.append(report, ReportFormat.MARKDOWN, Path.of(file));
        } catch (InvalidPathException e) {
            throw new MojoExecutionException("GITHUB_STEP_SUMMARY names no file: " + e.getMessage());
        }
    }
}
