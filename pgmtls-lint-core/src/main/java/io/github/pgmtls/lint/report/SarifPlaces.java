package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.Position;
import io.github.pgmtls.lint.source.SourceFile;
import tools.jackson.core.JsonGenerator;

/** Writes places as SARIF has them. */
final class SarifPlaces {

    private static final String BASE = "%SRCROOT%";

    private final JsonGenerator json;
    private final Places places;

    SarifPlaces(JsonGenerator json, Places places) {
        this.json = json;
        this.places = places;
    }

    /** Writes what paths are relative to. Where that is on this machine nobody needs to know. */
    void writeBase() {
        json.writeObjectPropertyStart("originalUriBaseIds");
        json.writeObjectPropertyStart(BASE);
        json.writeObjectPropertyStart("description");
        json.writeStringProperty("text", "The top of the repository.");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Writes a message property. */
    static void message(JsonGenerator json, String text) {
        json.writeObjectPropertyStart("message");
        json.writeStringProperty("text", text);
        json.writeEndObject();
    }

    /** Writes a physical location property; of several lines the first, because GitHub annotates only what is in the diff. */
    void physicalLocation(Location place) {
        json.writeObjectPropertyStart("physicalLocation");
        json.writeObjectPropertyStart("artifactLocation");
        json.writeStringProperty("uri", Uris.relative(places.rawPath(place)));
        json.writeStringProperty("uriBaseId", BASE);
        json.writeEndObject();
        json.writeObjectPropertyStart("region");
        region(place);
        json.writeEndObject();
        json.writeEndObject();
    }

    private void region(Location place) {
        Position start = place.start();
        json.writeNumberProperty("startLine", start.line());
        if (!CodeFrame.hasPart(place)) {
            return;
        }
        SourceFile file = place.file();
        int end = Math.min(place.span().end(), file.lineSpan(start.line()).end());
        json.writeNumberProperty("startColumn", start.column());
        json.writeNumberProperty("endLine", start.line());
        json.writeNumberProperty(
                "endColumn", file.position(Math.max(end, place.span().start())).column());
    }

    /** Returns what to call a place that has a label, or none. */
    String name(Location place) {
        return place.label().isEmpty() ? places.text(place) : Visible.text(place.label());
    }
}
