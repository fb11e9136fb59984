package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.report.FindingLine;
import io.github.pgmtls.lint.report.ReportOptions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a report means for the build. */
final class Verdict {

    private Verdict() {}

    /** Returns why the build fails, in one line, if it does. */
    static Optional<String> failure(LintReport report, ReportOptions options) {
        return options.failOn()
                .flatMap(severity -> report.atLeast(severity).stream().min(Comparator.comparing(Finding::severity)))
                .map(worst -> counts(report) + "; first: " + FindingLine.of(worst, options));
    }

    private static String counts(LintReport report) {
        String bySeverity = Arrays.stream(Severity.values())
                .filter(severity -> report.count(severity) > 0)
                .map(severity -> count(report.count(severity), severity.word()))
                .collect(Collectors.joining(", "));
        long clusters =
                report.findings().stream().map(Finding::cluster).distinct().count();
        return bySeverity + " in " + count(clusters, "cluster");
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
