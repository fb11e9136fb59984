package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Trace;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which it can be told what happens to a connection. */
public enum TraceFormat {
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

    /** Returns the format of a name as {@link #formatName()} gives it, in any case. */
    public static Optional<TraceFormat> byName(String name) {
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
     * Writes one trace. Equal traces and options give equal text.
     *
     * @throws IOException if {@code out} throws it
     */
    public abstract void write(Trace trace, Appendable out, ReportOptions options) throws IOException;
}
