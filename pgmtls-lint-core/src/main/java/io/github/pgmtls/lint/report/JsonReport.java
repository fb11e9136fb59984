package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintReport.ClusterSummary;
import io.github.pgmtls.lint.exemption.Fingerprints;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.finding.Severity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code pgmtls-report/1}, the report for programs. Equal reports give equal bytes: no times, no paths of the
 * machine, everything in the order of the report. All of it is ASCII.
 *
 * <p>The fields, which are always there unless said otherwise:
 *
 * <ul>
 *   <li>{@code schema}: {@code "pgmtls-report/1"}; fields may be added under this name, none removed or changed
 *   <li>{@code tool}: {@code name} and {@code version} of the program that wrote it
 *   <li>{@code summary}: the numbers of {@code errors}, {@code warnings}, {@code infos}, {@code clusters},
 *       {@code files}, {@code certificates}, {@code notChecked}, and of findings {@code suppressed} and
 *       {@code inBaseline}
 *   <li>{@code coverage}: the numbers of {@code files} and {@code certificates} read and {@code rules} run
 *   <li>{@code clusters}: each with {@code name}, {@code directory} ("" for the top) and {@code postgresql}, its major
 *       version as a number or null
 *   <li>{@code findings}, by path, line, column and rule: each with {@code rule}, {@code severity} (error, warning,
 *       info), {@code cluster}, {@code message}, the fields of a place, {@code serverMessage} or null, {@code hint} or
 *       null, {@code related}, places that explain it, and {@code fingerprint}, by which it is known again
 *   <li>{@code exempted}: findings that are suppressed or in the baseline, with the same fields, and before them
 *       {@code by} (comment, policy, baseline), {@code reason} or null, {@code until} or null, {@code saidIn} and
 *       {@code saidInLine}
 *   <li>{@code notChecked}: each with {@code cluster}, {@code subject} (a rule id or a path of the server),
 *       {@code reason}, and the fields of a place without those of its end and label; {@code path} may be null
 * </ul>
 *
 * <p>A place has {@code path}, relative to the linted directory with {@code /}; {@code line}, {@code column},
 * {@code endLine}, {@code endColumn}; and {@code label}, possibly "". Lines and columns count from 1, columns in UTF-16
 * code units; the end is the first column behind. If the file as a whole is meant, it is the empty place at its
 * start; what was not checked may have no place, and then null.
 *
 * <p>Texts for people are safe to show: secrets are {@code ***}, and characters that are not plainly visible are
 * written as escapes such as {@code \x1b}. A path is the path itself.
 */
final class JsonReport {

    private final JsonGenerator json;
    private final Fingerprints fingerprints;

    private JsonReport(JsonGenerator json, Fingerprints fingerprints) {
        this.json = json;
        this.fingerprints = fingerprints;
    }

    static void write(LintReport report, Appendable out) throws IOException {
        Json.write(out, json -> new JsonReport(json, report.fingerprints()).write(report));
    }

    private void write(LintReport report) {
        json.writeStartObject();
        json.writeStringProperty("schema", "pgmtls-report/1");
        json.writeObjectPropertyStart("tool");
        json.writeStringProperty("name", ToolVersion.NAME);
        json.writeStringProperty("version", ToolVersion.VERSION);
        json.writeEndObject();
        summary(report);
        json.writeObjectPropertyStart("coverage");
        json.writeNumberProperty("files", report.coverage().files());
        json.writeNumberProperty("certificates", report.coverage().certificates());
        json.writeNumberProperty("rules", report.coverage().rules());
        json.writeEndObject();
        json.writeArrayPropertyStart("clusters");
        report.clusters().forEach(this::cluster);
        json.writeEndArray();
        json.writeArrayPropertyStart("findings");
        report.findings().forEach(this::finding);
        json.writeEndArray();
        json.writeArrayPropertyStart("exempted");
        report.exempted().forEach(this::exempted);
        json.writeEndArray();
        json.writeArrayPropertyStart("notChecked");
        report.notChecked().forEach(this::notChecked);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void summary(LintReport report) {
        json.writeObjectPropertyStart("summary");
        for (Severity severity : Severity.values()) {
            json.writeNumberProperty(severity.word() + "s", report.count(severity));
        }
        json.writeNumberProperty("clusters", report.clusters().size());
        json.writeNumberProperty("files", report.coverage().files());
        json.writeNumberProperty("certificates", report.coverage().certificates());
        json.writeNumberProperty("notChecked", report.notChecked().size());
        json.writeNumberProperty("suppressed", report.suppressed());
        json.writeNumberProperty("inBaseline", report.inBaseline());
        json.writeEndObject();
    }

    private void cluster(ClusterSummary cluster) {
        json.writeStartObject();
        json.writeStringProperty("name", cluster.name());
        json.writeStringProperty("directory", cluster.directory());
        json.writeName("postgresql");
        cluster.postgresql().ifPresentOrElse(version -> json.writeNumber(version.major()), json::writeNull);
        json.writeEndObject();
    }

    private void exempted(Exempted item) {
        json.writeStartObject();
        json.writeStringProperty("by", item.by().name().toLowerCase(Locale.ROOT));
        optional("reason", item.reason());
        optional("until", item.until().map(LocalDate::toString));
        json.writeStringProperty("saidIn", item.place().file().path());
        number("saidInLine", Optional.of(item.place().start().line()));
        fields(item.finding());
        json.writeEndObject();
    }

    private void finding(Finding finding) {
        json.writeStartObject();
        fields(finding);
        json.writeEndObject();
    }

    private void fields(Finding finding) {
        json.writeStringProperty("rule", finding.rule());
        json.writeStringProperty("severity", finding.severity().word());
        json.writeStringProperty("cluster", finding.cluster());
        json.writeStringProperty("message", Visible.text(finding.message()));
        place(finding.primary());
        optional("serverMessage", finding.serverMessage());
        optional("hint", finding.hint());
        json.writeArrayPropertyStart("related");
        for (Location related : finding.related()) {
            json.writeStartObject();
            place(related);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("fingerprint", fingerprints.of(finding));
    }

    private void notChecked(NotChecked item) {
        json.writeStartObject();
        json.writeStringProperty("cluster", item.cluster());
        json.writeStringProperty("subject", Visible.text(item.subject()));
        json.writeStringProperty("reason", Visible.text(item.reason()));
        Optional<Location> part = item.place().filter(CodeFrame::hasPart);
        json.writeName("path");
        item.place().ifPresentOrElse(place -> json.writeString(place.file().path()), json::writeNull);
        number("line", part.map(place -> place.start().line()));
        number("column", part.map(place -> place.start().column()));
        json.writeEndObject();
    }

    private void place(Location place) {
        json.writeStringProperty("path", place.file().path());
        number("line", Optional.of(place.start().line()));
        number("column", Optional.of(place.start().column()));
        number("endLine", Optional.of(place.end().line()));
        number("endColumn", Optional.of(place.end().column()));
        json.writeStringProperty("label", Visible.text(place.label()));
    }

    private void optional(String name, Optional<String> text) {
        json.writeName(name);
        text.ifPresentOrElse(t -> json.writeString(Visible.text(t)), json::writeNull);
    }

    private void number(String name, Optional<Integer> value) {
        json.writeName(name);
        value.ifPresentOrElse(json::writeNumber, json::writeNull);
    }
}
