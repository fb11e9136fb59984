package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Inspection;
import io.github.pgmtls.lint.Inspection.CertificateView;
import io.github.pgmtls.lint.Inspection.ClusterView;
import io.github.pgmtls.lint.Inspection.FileView;
import io.github.pgmtls.lint.Inspection.Message;
import io.github.pgmtls.lint.Inspection.TlsFile;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.FileSettingRow;
import io.github.pgmtls.lint.config.HbaRuleRow;
import io.github.pgmtls.lint.config.HostsRow;
import io.github.pgmtls.lint.config.IdentMappingRow;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.x509.Certificate;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes {@code pgmtls-show/1}, the inspection for programs. Names with an underscore are columns of PostgreSQL's own
 * views, with their values as the newest version prints them, so that a value that is NULL there is null here. Equal
 * inspections give equal bytes, all of them ASCII.
 *
 * <p>The fields, which are always there unless said otherwise:
 *
 * <ul>
 *   <li>{@code schema}: {@code "pgmtls-show/1"}; fields may be added under this name, none removed or changed
 *   <li>{@code now}: the time as of which remaining times are counted
 *   <li>{@code clusters}, by directory: each with {@code name}, {@code directory} ("" for the top), {@code postgresql},
 *       the major version as which its files are read, {@code versionDeclared}, whether somebody named that version,
 *       {@code hba}, {@code ident}, {@code settings}, {@code settingsFile}, {@code tlsSettings}, {@code tlsFiles} and
 *       {@code certificates}
 *   <li>{@code hba}, {@code ident} and {@code settingsFile} tell of one file: {@code file_name}, or null if it is not in
 *       the directory; {@code takenFor}, the path of the server for which this file is taken since that one leads
 *       elsewhere, or null; {@code loads}, whether the server takes it, or null if that cannot be told because it or a file
 *       that it includes is not in the directory; {@code unknown}, why it cannot be told, or null; {@code refusedBy},
 *       the versions that would refuse it, or null where a version is declared, since then no other is asked; and
 *       {@code messages}, what the server logs about it, each with {@code file_name}, {@code line_number} or null for
 *       the whole file, {@code message}, and {@code fatal}, whether it makes the server refuse the file. Without
 *       postgresql.conf, the other files are read as if {@code ssl} were on
 *   <li>{@code records} in {@code hba}: the rows of {@code pg_hba_file_rules}. A line that the server refuses has null in
 *       all columns of the record, and mostly an {@code error}: some values of options the server refuses without
 *       telling so in its view. Then {@code loads} is false and {@code messages} tells why
 *   <li>{@code hosts}, only where the server reads a pg_hosts.conf, tells of it likewise, and {@code entries} in it of its
 *       lines
 *   <li>{@code mappings} in {@code ident}: the rows of {@code pg_ident_file_mappings}
 *   <li>{@code settings}: the rows of {@code pg_file_settings} in their order
 *   <li>{@code tlsSettings}: the settings of TLS in force, by name, with columns of {@code pg_settings}: {@code name},
 *       {@code setting}, or null if the server refuses the value; {@code source} (default, configuration file, command
 *       line), {@code sourcefile} and {@code sourceline}; and {@code certain}, which is false if a file that is not in
 *       the directory may set it too. None if there is no postgresql.conf
 *   <li>{@code tlsFiles}: the files of certificates and keys that these settings name, unless {@code ssl} is off: each
 *       with {@code name}, that of the setting, {@code file_name}, {@code loads}, whether OpenSSL takes it,
 *       {@code unknown} as above, and {@code message}, what the server says if OpenSSL does not, or null
 *   <li>{@code certificates}: those of the server's own file, of the file of authorities, and of clients, in this order.
 *       Each has {@code role} (server, ca, client), {@code file_name} and {@code line_number} where it stands,
 *       {@code subject} and {@code issuer} as OpenSSL prints them, {@code serial} and {@code fingerprint} (SHA-256) in
 *       hexadecimal, {@code subjectAlternativeNames} such as {@code DNS:db.example.org}, {@code notBefore} and
 *       {@code notAfter}, or null if they make no sense, {@code remainingSeconds} until {@code notAfter}, negative
 *       behind it; {@code chain}, the subjects from itself to where trust ends or the last that is there;
 *       {@code accepted}, whether the other side accepts it, or null if that cannot be told; {@code unknown}, why it
 *       cannot; and {@code problems}, what is wrong. A client's certificate is verified as by this server, with OpenSSL
 *       3.0 at security level 2; a server's as by a client that trusts every root in the directory
 * </ul>
 *
 * <p>A {@code file_name} or {@code sourcefile} is relative to the directory of the cluster, with {@code /}. What files
 * contain is given as it is, as UTF-8 or, where it is not, byte by byte; but passwords and other secrets are
 * {@code ***}.
 */
final class InspectionJson {

    private final JsonGenerator json;
    private final Instant now;

    private InspectionJson(JsonGenerator json, Instant now) {
        this.json = json;
        this.now = now;
    }

    static void write(Inspection inspection, Appendable out) throws IOException {
        Json.write(out, json -> new InspectionJson(json, inspection.now()).write(inspection));
    }

    private void write(Inspection inspection) {
        json.writeStartObject();
        json.writeStringProperty("schema", "pgmtls-show/1");
        json.writeStringProperty("now", now.toString());
        array("clusters", inspection.clusters(), this::cluster);
        json.writeEndObject();
    }

    private void cluster(ClusterView cluster) {
        String directory = cluster.directory();
        json.writeStringProperty("name", cluster.name());
        json.writeStringProperty("directory", directory);
        json.writeNumberProperty("postgresql", cluster.postgresql().major());
        json.writeBooleanProperty("versionDeclared", cluster.versionDeclared());
        json.writeObjectPropertyStart("hba");
        file(cluster.hba(), directory);
        array("records", cluster.hba().rows(), row -> record(row, directory));
        json.writeEndObject();
        json.writeObjectPropertyStart("ident");
        file(cluster.ident(), directory);
        array("mappings", cluster.ident().rows(), row -> mapping(row, directory));
        json.writeEndObject();
        cluster.hosts().ifPresent(hosts -> {
            json.writeObjectPropertyStart("hosts");
            file(hosts, directory);
            array("entries", hosts.rows(), row -> host(row, directory));
            json.writeEndObject();
        });
        array("settings", cluster.settings().rows(), row -> setting(row, directory));
        json.writeObjectPropertyStart("settingsFile");
        file(cluster.settings(), directory);
        json.writeEndObject();
        array("tlsSettings", cluster.tlsSettings(), setting -> tlsSetting(setting, directory));
        array("tlsFiles", cluster.tlsFiles(), file -> tlsFile(file, directory));
        array("certificates", cluster.certificates(), certificate -> certificate(certificate, directory));
    }

    private void file(FileView<?> file, String directory) {
        string("file_name", file.path().map(path -> ServerPaths.relativize(directory, path)));
        text("takenFor", file.takenFor());
        bool("loads", file.loads());
        string("unknown", file.unknown());
        json.writeName("refusedBy");
        file.refusedBy().ifPresentOrElse(this::versions, json::writeNull);
        array("messages", file.messages(), message -> message(message, directory));
    }

    private void versions(List<PostgresVersion> versions) {
        json.writeStartArray();
        versions.forEach(version -> json.writeNumber(version.major()));
        json.writeEndArray();
    }

    private void message(Message message, String directory) {
        json.writeStringProperty("file_name", ServerPaths.relativize(directory, message.file()));
        number("line_number", message.line());
        text("message", Optional.of(message.text()));
        json.writeBooleanProperty("fatal", message.isFatal());
    }

    private void record(HbaRuleRow row, String directory) {
        number("rule_number", row.ruleNumber());
        json.writeStringProperty("file_name", ServerPaths.relativize(directory, row.file()));
        json.writeNumberProperty("line_number", row.lineNumber());
        text("type", row.type());
        texts("database", row.databases());
        texts("user_name", row.users());
        text("address", row.address());
        text("netmask", row.netmask());
        text("auth_method", row.method());
        texts("options", row.options().stream().map(Secrets::maskOption).toList());
        text("error", row.error());
    }

    private void mapping(IdentMappingRow row, String directory) {
        number("map_number", row.mapNumber());
        json.writeStringProperty("file_name", ServerPaths.relativize(directory, row.file()));
        json.writeNumberProperty("line_number", row.lineNumber());
        text("map_name", row.mapName());
        text("sys_name", row.systemName());
        text("pg_username", row.databaseUser());
        text("error", row.error());
    }

    private void host(HostsRow row, String directory) {
        json.writeStringProperty("file_name", ServerPaths.relativize(directory, row.file()));
        json.writeNumberProperty("line_number", row.lineNumber());
        texts("hostname", row.hosts());
        text("ssl_certificate", row.certificate());
        text("ssl_key", row.key());
        text("ssl_ca_certificate", row.ca());
        text("ssl_passphrase_cmd", row.passphraseCommand().map(Secrets::maskPassphraseCommand));
        bool("ssl_passphrase_cmd_reload", row.passphraseCommandForReload());
        text("error", row.error());
    }

    private void setting(FileSettingRow row, String directory) {
        text("name", row.name());
        text(
                "setting",
                row.setting().map(value -> Secrets.maskSetting(row.name().orElse(""), value)));
        json.writeStringProperty("sourcefile", ServerPaths.relativize(directory, row.sourceFile()));
        json.writeNumberProperty("sourceline", row.sourceLine());
        json.writeBooleanProperty("applied", row.applied());
        text("error", row.error());
    }

    private void tlsSetting(EffectiveSetting setting, String directory) {
        String name = setting.parameter().name();
        json.writeStringProperty("name", name);
        text("setting", setting.value().map(value -> Secrets.maskSetting(name, value)));
        json.writeStringProperty("source", InspectionWords.source(setting));
        string(
                "sourcefile",
                setting.setting()
                        .map(line ->
                                ServerPaths.relativize(directory, line.file().path())));
        number("sourceline", setting.setting().map(line -> line.entry().line()));
        json.writeBooleanProperty("certain", setting.isCertain());
    }

    private void tlsFile(TlsFile file, String directory) {
        json.writeStringProperty("name", file.parameter());
        string("file_name", file.path().map(path -> ServerPaths.relativize(directory, path)));
        bool("loads", file.loads());
        string("unknown", file.unknown());
        text("message", file.message());
    }

    private void certificate(CertificateView view, String directory) {
        Certificate certificate = view.certificate();
        Location place = certificate.place();
        json.writeStringProperty("role", InspectionWords.role(view.role()));
        json.writeStringProperty(
                "file_name", ServerPaths.relativize(directory, place.file().path()));
        json.writeNumberProperty("line_number", place.start().line());
        json.writeStringProperty("subject", certificate.subject().toString());
        json.writeStringProperty("issuer", certificate.issuer().toString());
        json.writeStringProperty("serial", certificate.serial().toString(16));
        json.writeStringProperty("fingerprint", certificate.fingerprint());
        json.writeArrayPropertyStart("subjectAlternativeNames");
        certificate.alternativeNames().forEach(name -> json.writeString(name.display()));
        json.writeEndArray();
        boolean isSound = certificate.hasSoundValidity();
        string(
                "notBefore",
                Optional.of(certificate.notBefore()).filter(t -> isSound).map(Instant::toString));
        string(
                "notAfter",
                Optional.of(certificate.notAfter()).filter(t -> isSound).map(Instant::toString));
        json.writeName("remainingSeconds");
        if (isSound) {
            json.writeNumber(Duration.between(now, certificate.notAfter()).toSeconds());
        } else {
            json.writeNull();
        }
        json.writeArrayPropertyStart("chain");
        view.path().forEach(part -> json.writeString(part.subject().toString()));
        json.writeEndArray();
        bool("accepted", view.accepted());
        string("unknown", view.unknown());
        json.writeArrayPropertyStart("problems");
        view.problems().forEach(json::writeString);
        json.writeEndArray();
    }

    private <T> void array(String name, List<T> items, Consumer<T> content) {
        json.writeArrayPropertyStart(name);
        for (T item : items) {
            json.writeStartObject();
            content.accept(item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes a list of byte strings, or null for an empty one. */
    private void texts(String name, List<String> values) {
        if (values.isEmpty()) {
            json.writeNullProperty(name);
            return;
        }
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeString(ByteText.decode(value)));
        json.writeEndArray();
    }

    private void text(String name, Optional<String> bytes) {
        string(name, bytes.map(Secrets::mask).map(ByteText::decode));
    }

    private void string(String name, Optional<String> value) {
        json.writeName(name);
        value.ifPresentOrElse(json::writeString, json::writeNull);
    }

    private void bool(String name, Optional<Boolean> value) {
        json.writeName(name);
        value.ifPresentOrElse(json::writeBoolean, json::writeNull);
    }

    private void number(String name, Optional<Integer> value) {
        json.writeName(name);
        value.ifPresentOrElse(json::writeNumber, json::writeNull);
    }
}
