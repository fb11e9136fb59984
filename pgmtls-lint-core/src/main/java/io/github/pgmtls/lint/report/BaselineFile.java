package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.exemption.Baseline;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes a baseline: an entry on each line, so that changes of two branches are merged like other lines. */
public final class BaselineFile {

    private static final String SETTING = " = ";

    private BaselineFile() {}

    /** Writes a baseline as {@code pgmtls-baseline/1}. Secrets are masked. */
    public static void write(Baseline baseline, Appendable out) throws IOException {
        out.append("{\"schema\": \"").append(Baseline.SCHEMA).append("\", \"entries\": [\n");
        List<Baseline.Entry> entries = baseline.entries();
        for (int i = 0; i < entries.size(); i++) {
            Baseline.Entry entry = entries.get(i);
            StringWriter line = new StringWriter();
            Json.writeLine(line, json -> write(entry, json));
            out.append(line.toString().strip()).append(i < entries.size() - 1 ? ",\n" : "\n");
        }
        out.append("]}\n");
    }

    /** The words of a setting are its name and its value, some of which are secrets as a whole. */
    private static String masked(String words) {
        int equals = words.indexOf(SETTING);
        if (equals < 0) {
            return words;
        }
        String name = words.substring(0, equals);
        return name + SETTING + Secrets.maskSetting(name, words.substring(equals + SETTING.length()));
    }

    private static void write(Baseline.Entry entry, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("rule", entry.rule());
        json.writeStringProperty("path", entry.path());
        json.writeStringProperty("cluster", entry.cluster());
        json.writeStringProperty("text", Visible.text(masked(entry.text())));
        json.writeStringProperty("fingerprint", entry.fingerprint());
        entry.since().ifPresent(day -> json.writeStringProperty("since", day.toString()));
        entry.reason().ifPresent(why -> json.writeStringProperty("reason", why));
        entry.until().ifPresent(day -> json.writeStringProperty("until", day.toString()));
        json.writeEndObject();
    }
}
