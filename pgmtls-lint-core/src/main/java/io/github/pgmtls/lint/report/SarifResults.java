package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.exemption.Fingerprints;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes findings as SARIF results, in the order of the report. */
final class SarifResults {

    private final JsonGenerator json;
    private final SarifPlaces places;
    private final SarifRules rules;
    private final Fingerprints fingerprints;

    /** The hashes of the lines of the file met last; findings come file by file. */
    private String[] hashes = {};

    private @Nullable SourceFile hashed;

    SarifResults(JsonGenerator json, SarifPlaces places, SarifRules rules, Fingerprints fingerprints) {
        this.json = json;
        this.places = places;
        this.rules = rules;
        this.fingerprints = fingerprints;
    }

    void write(Finding finding) {
        json.writeStartObject();
        fields(finding);
        json.writeEndObject();
    }

    /** What is exempt is told apart by the fields that the standard has for it. */
    void write(Exempted item) {
        json.writeStartObject();
        fields(item.finding());
        json.writeArrayPropertyStart("suppressions");
        json.writeStartObject();
        json.writeStringProperty("kind", item.by() == Exempted.By.COMMENT ? "inSource" : "external");
        json.writeStringProperty("status", "accepted");
        String why = item.by().isSuppression() ? "suppressed" : "in the baseline";
        json.writeStringProperty(
                "justification",
                item.reason()
                        .map(reason -> SarifText.plain(Visible.text(reason)))
                        .orElse(why));
        json.writeEndObject();
        json.writeEndArray();
        if (!item.by().isSuppression()) {
            json.writeStringProperty("baselineState", "unchanged");
        }
        json.writeEndObject();
    }

    private void fields(Finding finding) {
        json.writeStringProperty("ruleId", finding.rule());
        json.writeNumberProperty("ruleIndex", rules.index(finding.rule()));
        json.writeStringProperty("level", SarifReport.level(finding.severity()));
        SarifPlaces.message(json, message(finding));
        json.writeArrayPropertyStart("locations");
        location(finding.primary(), Optional.empty());
        json.writeEndArray();
        related(finding.related());
        codeFlow(finding);
        json.writeObjectPropertyStart("partialFingerprints");
        json.writeStringProperty("primaryLocationLineHash", lineHash(finding.primary()));
        json.writeStringProperty(Fingerprints.NAME, fingerprints.of(finding));
        json.writeEndObject();
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("cluster", finding.cluster());
        json.writeEndObject();
    }

    /** The first sentence is what GitHub makes the title; related locations are shown only where the text links them. */
    private String message(Finding finding) {
        List<String> sentences = new ArrayList<>();
        sentences.add(SarifText.plain(Visible.text(finding.message())) + ".");
        List<String> links = new ArrayList<>();
        for (Location place : finding.related()) {
            links.add(SarifText.link(places.name(place), links.size() + 1));
        }
        if (!links.isEmpty()) {
            sentences.add("See " + String.join(", ", links) + ".");
        }
        finding.serverMessage()
                .ifPresent(said -> sentences.add("The server says: " + SarifText.plain(Visible.text(said)) + "."));
        finding.hint().ifPresent(hint -> sentences.add(SarifText.plain(Visible.text(hint))));
        return String.join(" ", sentences);
    }

    private void location(Location place, Optional<Integer> id) {
        json.writeStartObject();
        id.ifPresent(number -> json.writeNumberProperty("id", number));
        places.physicalLocation(place);
        if (!place.label().isEmpty()) {
            SarifPlaces.message(json, SarifText.plain(places.name(place)));
        }
        json.writeEndObject();
    }

    private void related(List<Location> related) {
        if (related.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("relatedLocations");
        for (int i = 0; i < related.size(); i++) {
            location(related.get(i), Optional.of(i + 1));
        }
        json.writeEndArray();
    }

    /** What leads through several files, such as from a record over a map to a role, viewers show step by step. */
    private void codeFlow(Finding finding) {
        List<Location> steps = SarifFlow.of(finding);
        if (steps.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("codeFlows");
        json.writeStartObject();
        json.writeArrayPropertyStart("threadFlows");
        json.writeStartObject();
        json.writeArrayPropertyStart("locations");
        for (Location place : steps) {
            json.writeStartObject();
            json.writeName("location");
            location(place, Optional.empty());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private String lineHash(Location place) {
        SourceFile file = place.file();
        if (!file.equals(hashed)) {
            hashes = LineHash.of(file);
            hashed = file;
        }
        return hashes[place.start().line() - 1];
    }
}
