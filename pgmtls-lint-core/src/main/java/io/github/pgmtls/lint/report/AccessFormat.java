package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.AccessReport;
import java.io.IOException;

/** The forms in which it can be told who gets in. */
public enum AccessFormat implements NamedFormat {
    /** For people. */
    TEXT("pgmtls-access.txt") {
        @Override
        public void write(AccessReport report, Appendable out, ReportOptions options) throws IOException {
            AccessText.write(report, out, options);
        }
    },
    /** For programs: {@code pgmtls-access/1}, see {@link AccessJson}. */
    JSON("pgmtls-access.json") {
        @Override
        public void write(AccessReport report, Appendable out, ReportOptions options) throws IOException {
            AccessJson.write(report, out);
        }
    };

    private final String defaultFileName;

    AccessFormat(String defaultFileName) {
        this.defaultFileName = defaultFileName;
    }

    @Override
    public String defaultFileName() {
        return defaultFileName;
    }

    /**
     * Writes a report. Equal reports and options give equal text.
     *
     * @throws IOException if {@code out} throws it
     */
    public abstract void write(AccessReport report, Appendable out, ReportOptions options) throws IOException;
}
