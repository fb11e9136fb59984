package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The rules that a SARIF file describes, and their numbers in it. */
final class SarifRules {

    private final Map<String, Severity> severities;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    private SarifRules(Map<String, Severity> severities) {
        this.severities = severities;
        severities.keySet().forEach(id -> indexes.put(id, indexes.size()));
    }

    /** Returns the rules that found something, by id. */
    static SarifRules of(LintReport report) {
        Map<String, Severity> severities = new TreeMap<>();
        for (Finding finding : report.findings()) {
            severities.merge(finding.rule(), finding.severity(), (a, b) -> a.isAtLeast(b) ? a : b);
        }
        for (Exempted item : report.exempted()) {
            Finding finding = item.finding();
            severities.merge(finding.rule(), finding.severity(), (a, b) -> a.isAtLeast(b) ? a : b);
        }
        return new SarifRules(severities);
    }

    /** Returns the number of a rule. */
    int index(String rule) {
        return indexes.getOrDefault(rule, -1);
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("rules");
        severities.forEach((id, severity) -> {
            json.writeStartObject();
            json.writeStringProperty("id", id);
            for (String name : new String[] {"shortDescription", "fullDescription", "help"}) {
                json.writeObjectPropertyStart(name);
                json.writeStringProperty("text", Visible.escape(id).replace('-', ' '));
                json.writeEndObject();
            }
            json.writeObjectPropertyStart("defaultConfiguration");
            json.writeStringProperty("level", SarifReport.level(severity));
            json.writeEndObject();
            json.writeObjectPropertyStart("properties");
            json.writeArrayPropertyStart("tags");
            json.writeString("security");
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
        json.writeEndArray();
    }
}
