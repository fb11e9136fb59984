package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Trace;
import io.github.pgmtls.lint.access.Mismatch;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.io.IOException;
import java.util.List;

/** Tells what happens to a connection as a story: each record, why it does not match, the one that does, the end. */
final class TraceText {

    /** More records than anybody reads; those nearest to the one that decides are shown. */
    private static final int MOST_SKIPPED = 40;

    private final StringBuilder text = new StringBuilder();
    private final ReportOptions options;

    private TraceText(ReportOptions options) {
        this.options = options;
    }

    static void write(Trace trace, Appendable out, ReportOptions options) throws IOException {
        TraceText story = new TraceText(options);
        story.tell(trace);
        out.append(story.text);
    }

    private void tell(Trace trace) {
        line(0, Visible.text(trace.connection().phrase()));
        line(0, "cluster " + Visible.text(trace.cluster()) + ", PostgreSQL " + trace.postgresql());
        Trace.Ending first = trace.ending();
        skipped(first.skipped());
        first.record().ifPresent(record -> place(record.line(), "matches"));
        first.identity().ifPresent(name -> line(2, "the certificate says \"" + shown(name) + "\""));
        first.mapping().ifPresent(this::mapping);
        boolean several = trace.outcome() != first.outcome();
        line(0, (several ? "perhaps " : "") + end(first));
        first.serverMessage().ifPresent(message -> line(2, "server: " + shown(message)));
        assumptions(first);
        if (several) {
            trace.endings().stream().skip(1).forEach(this::other);
        }
    }

    private void skipped(List<Mismatch> skipped) {
        int hidden = Math.max(0, skipped.size() - MOST_SKIPPED);
        if (hidden > 0) {
            line(2, hidden + " records before do not match");
        }
        skipped.subList(hidden, skipped.size())
                .forEach(mismatch -> place(mismatch.record().line(), "skipped: " + Visible.text(mismatch.phrase())));
    }

    private void mapping(IdentMapping mapping) {
        place(mapping.line(), "is the row of the map that decides");
    }

    private void place(AuthLine line, String what) {
        line(2, options.prefix() + Visible.text(line.file().path()) + ":" + line.number() + " " + what);
        line(6, Visible.text(ByteText.decode(line.file().slice(line.tokenSpan()))));
    }

    private static String end(Trace.Ending ending) {
        return ending.outcome().word() + ": " + TraceWords.of(ending);
    }

    private void assumptions(Trace.Ending ending) {
        if (!ending.assumptions().isEmpty()) {
            String goesOn = ending.outcome() == Trace.Outcome.UNKNOWN ? "accepted only if " : "if ";
            line(2, goesOn + Visible.text(String.join(", and ", ending.assumptions())));
        }
    }

    private void other(Trace.Ending ending) {
        String by = ending.record().map(TraceText::at).orElse("");
        line(0, "or " + end(ending) + by);
        assumptions(ending);
    }

    private static String at(HbaRecord record) {
        return " (" + Visible.text(record.line().file().path()) + ":" + record.lineNumber() + ")";
    }

    private static String shown(String bytes) {
        return Visible.text(ByteText.decode(bytes));
    }

    private void line(int indent, String content) {
        text.append(" ".repeat(indent)).append(content).append('\n');
    }
}
