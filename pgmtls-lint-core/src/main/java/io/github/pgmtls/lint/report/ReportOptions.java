package io.github.pgmtls.lint.report;

/**
 * How a report looks where it is read. Formats for programs ignore it.
 *
 * @param color whether ANSI colours are written
 * @param width the number of columns there are; at least 40 are used
 */
public record ReportOptions(boolean color, int width) {

    private static final int LEAST_WIDTH = 40;

    /** What suits a file or the log of a build server: no colour, 120 columns. */
    public static final ReportOptions PLAIN = new ReportOptions(false, 120);

    public ReportOptions {
        width = Math.max(width, LEAST_WIDTH);
    }
}
