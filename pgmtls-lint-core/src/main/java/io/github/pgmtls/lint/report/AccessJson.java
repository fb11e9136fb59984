package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.AccessReport;
import io.github.pgmtls.lint.AccessReport.ClusterAccess;
import io.github.pgmtls.lint.AccessReport.Door;
import io.github.pgmtls.lint.AccessReport.Doors;
import io.github.pgmtls.lint.access.Connection;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.io.IOException;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code pgmtls-access/1}: who gets in, for programs. Equal reports give equal bytes, all of them ASCII.
 *
 * <p>{@code clusters}, by directory: each with {@code name}, {@code postgresql}, {@code versionDeclared},
 * {@code obstacle}, why nothing can be told, or null; {@code withoutCertificate}, {@code superusers} (each with
 * {@code user} and {@code doors}) and {@code replication}. Doors have {@code complete}, whether there are surely no
 * others, and {@code records}: each with {@code file}, {@code line}, {@code demands}, the words of the record that say
 * what it demands; {@code mapRows}, the rows of its map that lead to the user, each with {@code file} and {@code line};
 * {@code witness}, a connection as {@code pgmtls:trace} takes it; and {@code assumptions}, in words.
 */
final class AccessJson {

    private final JsonGenerator json;

    private AccessJson(JsonGenerator json) {
        this.json = json;
    }

    static void write(AccessReport report, Appendable out) throws IOException {
        Json.write(out, json -> new AccessJson(json).write(report));
    }

    private void write(AccessReport report) {
        json.writeStartObject();
        json.writeStringProperty("schema", "pgmtls-access/1");
        json.writeArrayPropertyStart("clusters");
        report.clusters().forEach(this::cluster);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void cluster(ClusterAccess cluster) {
        json.writeStartObject();
        json.writeStringProperty("name", cluster.name());
        json.writeNumberProperty("postgresql", cluster.postgresql().major());
        json.writeBooleanProperty("versionDeclared", cluster.versionDeclared());
        if (cluster.obstacle().isPresent()) {
            json.writeStringProperty("obstacle", Secrets.mask(cluster.obstacle().get()));
        } else {
            json.writeNullProperty("obstacle");
        }
        doors("withoutCertificate", cluster.withoutCertificate());
        json.writeArrayPropertyStart("superusers");
        cluster.superusers().forEach(user -> {
            json.writeStartObject();
            json.writeStringProperty("user", ByteText.decode(user.user()));
            doors("doors", user.doors());
            json.writeEndObject();
        });
        json.writeEndArray();
        doors("replication", cluster.replication());
        json.writeEndObject();
    }

    private void doors(String name, Doors doors) {
        json.writeObjectPropertyStart(name);
        json.writeBooleanProperty("complete", doors.complete());
        json.writeArrayPropertyStart("records");
        doors.all().forEach(this::door);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void door(Door door) {
        json.writeStartObject();
        place(door.record().line());
        json.writeStringProperty("demands", door.decision().phrase());
        json.writeArrayPropertyStart("mapRows");
        door.rows().forEach(row -> {
            json.writeStartObject();
            place(row.line());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeName("witness");
        witness(door.witness());
        json.writeArrayPropertyStart("assumptions");
        door.assumptions().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void place(AuthLine line) {
        json.writeStringProperty("file", line.file().path());
        json.writeNumberProperty("line", line.number());
    }

    private void witness(Connection witness) {
        json.writeStartObject();
        json.writeStringProperty("transport", witness.transport().word());
        witness.database().ifPresent(name -> json.writeStringProperty("database", ByteText.decode(name)));
        json.writeStringProperty("user", ByteText.decode(witness.user()));
        witness.address().ifPresent(address -> json.writeStringProperty("address", address.toString()));
        if (witness.isReplication()) {
            json.writeBooleanProperty("replication", true);
        }
        json.writeEndObject();
    }
}
