package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Severity;
import java.util.Optional;

/**
 * What a report is made for. No option changes what is found.
 *
 * @param color whether ANSI colours are written; only text has them
 * @param width the number of columns of the terminal; at least 40 are used, and only by text
 * @param prefix what stands before each path so that it is relative to where the report is read, such as the top of the
 *     repository; empty or ends in {@code /}. The JSON report leaves it out
 * @param failOn the least severe finding that fails the build, if any does; decides what JUnit calls a failure
 */
public record ReportOptions(boolean color, int width, String prefix, Optional<Severity> failOn) {

    private static final int LEAST_WIDTH = 40;

    /** What suits a file or the log of a build server: no colour, 120 columns. */
    public static final ReportOptions PLAIN = new ReportOptions(false, 120);

    public ReportOptions {
        width = Math.max(width, LEAST_WIDTH);
        prefix = prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** Makes options for a report that is read in the linted directory of a build that fails on errors. */
    public ReportOptions(boolean color, int width) {
        this(color, width, "", Optional.of(Severity.ERROR));
    }

    /** Returns the same options with another prefix of paths. */
    public ReportOptions withPrefix(String newPrefix) {
        return new ReportOptions(color, width, newPrefix, failOn);
    }

    /** Returns the same options with another threshold. */
    public ReportOptions withFailOn(Optional<Severity> newFailOn) {
        return new ReportOptions(color, width, prefix, newFailOn);
    }
}
