package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.AccessReport;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which it can be told who gets in. */
public enum AccessFormat {
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

    /** Returns the format of a name as {@link #formatName()} gives it, in any case. */
    public static Optional<AccessFormat> byName(String name) {
        return Arrays.stream(values())
                .filter(format -> format.formatName().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Returns the name by which people ask for the format. */
    public String formatName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the name of the file that it is written to unless another one is asked for. */
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
