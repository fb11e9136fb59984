package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Severity;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The one line that says how it went. */
final class Summary {

    private Summary() {}

    static String of(LintReport report) {
        String findings = Arrays.stream(Severity.values())
                .map(severity -> count(report.count(severity), severity.word()))
                .collect(Collectors.joining(", "));
        return findings + exempted(report) + " \u00b7 "
                + count(report.clusters().size(), "cluster") + ", "
                + count(report.coverage().files(), "file") + ", "
                + count(report.coverage().certificates(), "certificate") + " \u00b7 "
                + report.notChecked().size() + " not checked";
    }

    private static String exempted(LintReport report) {
        return (report.suppressed() > 0 ? " \u00b7 " + report.suppressed() + " suppressed" : "")
                + (report.inBaseline() > 0 ? " \u00b7 " + report.inBaseline() + " in the baseline" : "");
    }

    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
