package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Inspection;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which an inspection can be written. */
public enum InspectionFormat {
    /** For people: tables as psql prints them. */
    TEXT("pgmtls-show.txt") {
        @Override
        public void write(Inspection inspection, Appendable out, ReportOptions options) throws IOException {
            new InspectionText(out, options).write(inspection);
        }
    },
    /**
     * For programs: {@code pgmtls-show/1}. Its fields are described by the JSON schema
     * {@code pgmtls-show-1.schema.json} beside this class.
     */
    JSON("pgmtls-show.json") {
        @Override
        public void write(Inspection inspection, Appendable out, ReportOptions options) throws IOException {
            InspectionJson.write(inspection, out);
        }
    };

    private final String defaultFileName;

    InspectionFormat(String defaultFileName) {
        this.defaultFileName = defaultFileName;
    }

    /** Returns the format of a name as {@link #formatName()} gives it, in any case. */
    public static Optional<InspectionFormat> byName(String name) {
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
     * Writes an inspection; in UTF-8 if the target is bytes. Equal inspections and options give equal text.
     *
     * @throws IOException if {@code out} throws it
     */
    public abstract void write(Inspection inspection, Appendable out, ReportOptions options) throws IOException;
}
