package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/**
 * Writes what GitLab reads as a code quality report, a part of the Code Climate format. GitLab stops at the first entry
 * that lacks a field and says nothing, and merges entries of the same fingerprint, so each has all fields and its own.
 * It does not show which check an entry is of, so the text says it.
 */
final class GitLabReport {

    private final JsonGenerator json;
    private final Places places;
    private final LintReport report;

    private GitLabReport(JsonGenerator json, Places places, LintReport report) {
        this.json = json;
        this.report = report;
        this.places = places;
    }

    static void write(LintReport report, Appendable out, ReportOptions options) throws IOException {
        Json.write(out, json -> new GitLabReport(json, new Places(options), report).write());
    }

    private void write() {
        json.writeStartArray();
        report.findings().forEach(this::entry);
        json.writeEndArray();
    }

    private void entry(Finding finding) {
        json.writeStartObject();
        json.writeStringProperty(
                "description", Visible.escape(finding.rule()) + ": " + Visible.text(finding.message()));
        json.writeStringProperty("check_name", finding.rule());
        json.writeStringProperty("fingerprint", report.fingerprints().of(finding));
        json.writeStringProperty("severity", severity(finding.severity()));
        json.writeObjectPropertyStart("location");
        json.writeStringProperty("path", places.rawPath(finding.primary()));
        json.writeObjectPropertyStart("lines");
        json.writeNumberProperty("begin", finding.primary().start().line());
        json.writeNumberProperty("end", finding.primary().end().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "info";
        };
    }
}
