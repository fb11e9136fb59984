package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Finding;

/** A finding in one line, for a place that has no more room. */
public final class FindingLine {

    private FindingLine() {}

    /** Returns {@code path:line:column: message [rule]}, with secrets masked and everything invisible escaped. */
    public static String of(Finding finding, ReportOptions options) {
        return new Places(options).text(finding.primary()) + ": " + Visible.text(finding.message()) + " ["
                + Visible.escape(finding.rule()) + "]";
    }
}
