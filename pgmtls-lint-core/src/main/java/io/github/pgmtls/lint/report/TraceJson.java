package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Trace;
import io.github.pgmtls.lint.access.Mismatch;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import java.io.IOException;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what happens to a connection as one JSON object on one line, all of it ASCII. Equal traces give equal bytes.
 *
 * <p>The fields, which are always there: {@code outcome}: {@code accepted}, {@code refused}, {@code challenged} if the
 * server asks for a password or another proof, {@code unknown} if it depends on what is not known; {@code record}: the
 * {@code file} and {@code line} of the record that decides, or null; {@code method} of that record, or null;
 * {@code identity}: the name that the server takes from the certificate, or null; {@code reason}: a
 * {@link io.github.pgmtls.lint.TraceReason#word}; {@code serverMessage}: what the server says, or null; {@code skipped}:
 * the records before that do not match, each with {@code line}, {@code because} and, if it stands in a file that
 * pg_hba.conf includes, {@code file}; {@code assumptions}: what was taken to hold, in words. Where the outcome is
 * unknown, the other fields tell of one way in which it can end, which these assumptions lead to.
 */
final class TraceJson {

    private final JsonGenerator json;

    private TraceJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(Trace trace, Appendable out) throws IOException {
        Json.writeLine(out, json -> new TraceJson(json).write(trace));
    }

    private void write(Trace trace) {
        Trace.Ending ending = trace.ending();
        json.writeStartObject();
        json.writeStringProperty("outcome", trace.outcome().word());
        json.writeName("record");
        if (ending.record().isPresent()) {
            record(ending.record().get());
        } else {
            json.writeNull();
        }
        text("method", ending.record().map(record -> record.method().keyword()));
        text("identity", ending.identity().map(ByteText::decode));
        json.writeStringProperty("reason", ending.reason().word());
        text("serverMessage", ending.serverMessage().map(ByteText::decode).map(Secrets::mask));
        json.writeArrayPropertyStart("skipped");
        Optional<SourceFile> top = trace.hbaFile();
        ending.skipped().forEach(mismatch -> skipped(mismatch, top));
        json.writeEndArray();
        json.writeArrayPropertyStart("assumptions");
        ending.assumptions().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void record(HbaRecord record) {
        json.writeStartObject();
        json.writeStringProperty("file", record.line().file().path());
        json.writeNumberProperty("line", record.lineNumber());
        json.writeEndObject();
    }

    private void skipped(Mismatch mismatch, Optional<SourceFile> top) {
        SourceFile file = mismatch.record().line().file();
        json.writeStartObject();
        if (top.filter(file::equals).isEmpty()) {
            json.writeStringProperty("file", file.path());
        }
        json.writeNumberProperty("line", mismatch.record().lineNumber());
        json.writeStringProperty("because", mismatch.phrase());
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) {
        if (value.isPresent()) {
            json.writeStringProperty(name, value.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
