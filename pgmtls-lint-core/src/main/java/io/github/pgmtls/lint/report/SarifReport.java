package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.finding.Severity;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * Writes SARIF 2.1.0 (OASIS), with what GitHub code scanning asks for beyond it: help for each rule, regions of one
 * line with both ends, and the hash of the line by which an alert is known again.
 *
 * <p>What was not checked becomes notifications of the invocation, which viewers show beside the results.
 */
final class SarifReport {

    /** The most results that GitHub takes; it refuses a file with more. */
    private static final int MOST_RESULTS = 25_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final JsonGenerator json;
    private final LintReport report;
    private final SarifPlaces places;
    private final SarifRules rules;
    private final SarifResults results;

    private SarifReport(JsonGenerator json, LintReport report, ReportOptions options) {
        this.json = json;
        this.report = report;
        this.places = new SarifPlaces(json, new Places(options));
        this.rules = SarifRules.of(report);
        this.results = new SarifResults(json, places, rules, report.fingerprints());
    }

    static void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
        Json.write(out, json -> new SarifReport(json, report, options).write());
    }

    private void write() {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool();
        json.writeObjectPropertyStart("automationDetails");
        json.writeStringProperty("id", "pgmtls/");
        json.writeEndObject();
        json.writeStringProperty("columnKind", "utf16CodeUnits");
        places.writeBase();
        invocation();
        json.writeArrayPropertyStart("results");
        reported().forEach(results::write);
        report.exempted().stream()
                .limit(Math.max(0, MOST_RESULTS - report.findings().size()))
                .forEach(results::write);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool() {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", ToolVersion.NAME);
        json.writeStringProperty("semanticVersion", ToolVersion.VERSION);
        rules.write(json);
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Returns the findings in the order of the report, or where they are too many the most severe ones. */
    private List<Finding> reported() {
        return report.findings().size() <= MOST_RESULTS
                ? report.findings()
                : report.findings().stream()
                        .sorted(Comparator.comparing(Finding::severity))
                        .limit(MOST_RESULTS)
                        .toList();
    }

    private void invocation() {
        json.writeArrayPropertyStart("invocations");
        json.writeStartObject();
        json.writeBooleanProperty("executionSuccessful", true);
        json.writeArrayPropertyStart("toolExecutionNotifications");
        int more = report.findings().size() - MOST_RESULTS;
        if (more > 0) {
            json.writeStartObject();
            json.writeStringProperty("level", "warning");
            SarifPlaces.message(
                    json, more + " findings are left out, because no more than " + MOST_RESULTS + " are read.");
            json.writeEndObject();
        }
        report.notChecked().forEach(this::notification);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void notification(NotChecked item) {
        json.writeStartObject();
        json.writeStringProperty("level", "note");
        String text = "not checked in cluster " + Visible.escape(item.cluster()) + ": " + Visible.text(item.subject())
                + ": " + Visible.text(item.reason());
        SarifPlaces.message(json, SarifText.plain(text));
        item.place().ifPresent(place -> {
            json.writeArrayPropertyStart("locations");
            json.writeStartObject();
            places.physicalLocation(place);
            json.writeEndObject();
            json.writeEndArray();
        });
        json.writeEndObject();
    }

    /** Returns the word that SARIF has for a severity. */
    static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.word();
    }
}
