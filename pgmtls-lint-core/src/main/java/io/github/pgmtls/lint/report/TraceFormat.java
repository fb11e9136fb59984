package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Trace;
import java.io.IOException;

/** The forms in which it can be told what happens to a connection. */
public enum TraceFormat implements NamedFormat {
    /** For people: a story. */
    TEXT("pgmtls-trace.txt") {
        @Override
        public void write(Trace trace, Appendable out, ReportOptions options) throws IOException {
            TraceText.write(trace, out, options);
        }
    },
    /** For programs: one JSON object on one line, see {@link TraceJson}. */
    JSON("pgmtls-trace.jsonl") {
        @Override
        public void write(Trace trace, Appendable out, ReportOptions options) throws IOException {
            TraceJson.write(trace, out);
        }
    };

    private final String defaultFileName;

    TraceFormat(String defaultFileName) {
        this.defaultFileName = defaultFileName;
    }

    @Override
    public String defaultFileName() {
        return defaultFileName;
    }

    /**
     * Writes one trace. Equal traces and options give equal text.
     *
     * @throws IOException if {@code out} throws it
     */
    public abstract void write(Trace trace, Appendable out, ReportOptions options) throws IOException;
}
