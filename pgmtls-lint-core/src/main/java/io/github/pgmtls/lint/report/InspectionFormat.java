package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Inspection;
import java.io.IOException;

/** The forms in which an inspection can be written. */
public enum InspectionFormat implements NamedFormat {
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

    @Override
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
