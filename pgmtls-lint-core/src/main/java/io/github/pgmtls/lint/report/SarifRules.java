package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.catalog.Weakness;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/** The rules that a SARIF file describes: all that were asked, so that what passes is seen too; and their numbers in it. */
final class SarifRules {

    /** GitHub shows no more of a description. */
    private static final int LONGEST = 1024;

    private final Map<String, Described> rules;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    /** A rule, or what a finding tells of it. */
    private record Described(Severity severity, Optional<RuleInfo> info) {}

    private SarifRules(Map<String, Described> rules) {
        this.rules = rules;
        rules.keySet().forEach(id -> indexes.put(id, indexes.size()));
    }

    /** Returns the rules that were asked and those that found something, by id. */
    static SarifRules of(LintReport report) {
        Map<String, Described> rules = new TreeMap<>();
        report.rules().forEach(info -> rules.put(info.id(), new Described(info.severity(), Optional.of(info))));
        for (Finding finding : report.findings()) {
            rules.putIfAbsent(finding.rule(), new Described(finding.severity(), Optional.empty()));
        }
        for (Exempted item : report.exempted()) {
            Finding finding = item.finding();
            rules.putIfAbsent(finding.rule(), new Described(finding.severity(), Optional.empty()));
        }
        return new SarifRules(rules);
    }

    /** Returns the number of a rule. */
    int index(String rule) {
        return indexes.getOrDefault(rule, -1);
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("rules");
        rules.forEach((id, rule) -> write(json, id, rule));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String id, Described rule) {
        String words = Visible.escape(id).replace('-', ' ');
        String summary = rule.info().map(RuleInfo::summary).orElse(words);
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeStringProperty("name", name(id));
        message(json, "shortDescription", sentence(summary), Optional.empty());
        message(
                json,
                "fullDescription",
                rule.info().map(RuleInfo::rationale).map(SarifRules::cut).orElse(sentence(words)),
                Optional.empty());
        message(
                json,
                "help",
                rule.info().map(SarifRules::help).orElse(sentence(words)),
                rule.info().map(SarifRules::helpInMarkdown));
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", SarifReport.level(rule.severity()));
        json.writeEndObject();
        properties(json, id, rule.severity());
        json.writeEndObject();
    }

    private static void properties(JsonGenerator json, String id, Severity severity) {
        json.writeObjectPropertyStart("properties");
        json.writeArrayPropertyStart("tags");
        json.writeString("security");
        // by such tags GitHub shows weaknesses and finds alerts
        Weakness.of(id).forEach(own -> json.writeString("external/cwe/cwe-" + own.number()));
        json.writeEndArray();
        json.writeStringProperty("precision", "very-high");
        json.writeStringProperty("problem.severity", severity == Severity.INFO ? "recommendation" : severity.word());
        json.writeStringProperty("security-severity", score(severity));
        json.writeEndObject();
    }

    /** GitHub calls 7.0 and more high, 4.0 and more medium, and what is below low; the number has to be a text. */
    private static String score(Severity severity) {
        return switch (severity) {
            case ERROR -> "8.0";
            case WARNING -> "5.0";
            case INFO -> "2.0";
        };
    }

    private static void message(JsonGenerator json, String name, String text, Optional<String> markdown) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("text", text);
        markdown.ifPresent(marked -> json.writeStringProperty("markdown", marked));
        json.writeEndObject();
    }

    /** Returns the id as a name: {@code SslOff} of {@code ssl-off}. */
    private static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : id.split("-", -1)) {
            if (!word.isEmpty()) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return Visible.text(name.toString());
    }

    private static String sentence(String phrase) {
        return phrase.endsWith(".") ? phrase : phrase + ".";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
    }

    private static String help(RuleInfo info) {
        return info.rationale() + "\n\nWhat to do: " + info.remedy() + "\n\nSource: "
                + String.join("; ", info.sources());
    }

    private static String helpInMarkdown(RuleInfo info) {
        return MarkdownReport.escape(info.rationale()) + "\n\n**What to do:** " + MarkdownReport.escape(info.remedy())
                + "\n\nSource: " + MarkdownReport.escape(String.join("; ", info.sources()));
    }
}
