package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.Inspection;
import io.github.pgmtls.lint.Inspection.ClusterView;
import io.github.pgmtls.lint.Inspection.FileView;
import io.github.pgmtls.lint.Inspection.Message;
import io.github.pgmtls.lint.Inspection.TlsFile;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.FileSettingRow;
import io.github.pgmtls.lint.config.HbaRuleRow;
import io.github.pgmtls.lint.config.HostsRow;
import io.github.pgmtls.lint.config.IdentMappingRow;
import io.github.pgmtls.lint.report.TextTable.Column;
import io.github.pgmtls.lint.rules.VersionWords;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.ServerPaths;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes an inspection for people: for each file what the server says to it, and what it has then in a table as psql
 * shows the server's own view.
 */
final class InspectionText {

    private final Appendable out;
    private final ReportOptions options;

    InspectionText(Appendable out, ReportOptions options) {
        this.out = out;
        this.options = options;
    }

    void write(Inspection inspection) throws IOException {
        boolean isFirst = true;
        for (ClusterView cluster : inspection.clusters()) {
            StringBuilder text = new StringBuilder(isFirst ? "" : "\n");
            write(text, cluster, inspection.now());
            out.append(text);
            isFirst = false;
        }
    }

    private void write(StringBuilder text, ClusterView cluster, Instant now) {
        String directory = cluster.directory();
        text.append(bold(heading(cluster))).append('\n');
        verdict(text, "pg_hba.conf", cluster.hba(), directory);
        table(text, cluster.hba(), rules(cluster.hba().rows(), directory));
        verdict(text, "pg_ident.conf", cluster.ident(), directory);
        table(text, cluster.ident(), mappings(cluster.ident().rows(), directory));
        cluster.hosts().ifPresent(hosts -> {
            verdict(text, "pg_hosts.conf", hosts, directory);
            table(text, hosts, hosts(hosts.rows(), directory));
        });
        verdict(text, "postgresql.conf", cluster.settings(), directory);
        table(text, cluster.settings(), settings(cluster.settings().rows(), directory));
        if (cluster.settings().path().isPresent()) {
            text.append('\n').append(bold("TLS settings")).append('\n');
            tlsSettings(cluster.tlsSettings(), directory).write(text);
        }
        if (!cluster.tlsFiles().isEmpty()) {
            text.append('\n').append(bold("TLS files")).append('\n');
            tlsFiles(cluster.tlsFiles(), directory).write(text);
        }
        if (!cluster.certificates().isEmpty()) {
            text.append('\n')
                    .append(bold("certificates"))
                    .append(" as of ")
                    .append(now)
                    .append('\n');
            new CertificateTree(cluster.certificates(), directory, now).write(text);
        }
    }

    private static String heading(ClusterView cluster) {
        String directory = cluster.directory().isEmpty() ? "the top directory" : cluster.directory();
        return "cluster " + Visible.escape(cluster.name()) + " (" + Visible.escape(directory) + "), PostgreSQL "
                + cluster.postgresql() + (cluster.versionDeclared() ? "" : ", assumed since no version is declared");
    }

    private void verdict(StringBuilder text, String name, FileView<?> file, String directory) {
        String path = file.path().map(p -> shownPath(directory, p)).orElse(name);
        text.append('\n').append(bold(path + ": ")).append(verdict(file));
        file.takenFor().ifPresent(told -> text.append("; taken for ").append(shown(told)));
        text.append('\n');
        for (Message message : file.messages()) {
            text.append("  ")
                    .append(shownPath(directory, message.file()))
                    .append(message.line().map(line -> ":" + line).orElse(""))
                    .append(": ")
                    .append(shown(message.text()))
                    .append('\n');
        }
    }

    private String verdict(FileView<?> file) {
        Optional<String> refusing = file.refusedBy()
                .filter(versions -> !versions.isEmpty())
                .map(versions -> "refused by PostgreSQL " + VersionWords.of(versions));
        if (file.loads().filter(loads -> !loads).isPresent()) {
            return Paint.ERROR.on(refusing.orElse("refused"), options.color());
        }
        String verdict = file.unknown()
                .map(why -> "not known whether it loads (" + Visible.text(why) + ")")
                .orElse("loads");
        return verdict + refusing.map(words -> "; " + words).orElse("");
    }

    private static void table(StringBuilder text, FileView<?> file, TextTable table) {
        if (file.path().isPresent()) {
            table.write(text);
        }
    }

    private static TextTable rules(List<HbaRuleRow> rows, String directory) {
        TextTable table = new TextTable(
                Column.number("rule_number"),
                Column.text("file_name"),
                Column.number("line_number"),
                Column.text("type"),
                Column.text("database"),
                Column.text("user_name"),
                Column.text("address"),
                Column.text("netmask"),
                Column.text("auth_method"),
                Column.text("options"),
                Column.text("error"));
        for (HbaRuleRow row : rows) {
            table.add(List.of(
                    row.ruleNumber().map(String::valueOf),
                    Optional.of(shownPath(directory, row.file())),
                    Optional.of(String.valueOf(row.lineNumber())),
                    row.type(),
                    array(row.databases()),
                    array(row.users()),
                    row.address().map(InspectionText::shown),
                    row.netmask(),
                    row.method(),
                    array(row.options().stream().map(Secrets::maskOption).toList()),
                    row.error().map(InspectionText::shown)));
        }
        return table;
    }

    private static TextTable mappings(List<IdentMappingRow> rows, String directory) {
        TextTable table = new TextTable(
                Column.number("map_number"),
                Column.text("file_name"),
                Column.number("line_number"),
                Column.text("map_name"),
                Column.text("sys_name"),
                Column.text("pg_username"),
                Column.text("error"));
        for (IdentMappingRow row : rows) {
            table.add(List.of(
                    row.mapNumber().map(String::valueOf),
                    Optional.of(shownPath(directory, row.file())),
                    Optional.of(String.valueOf(row.lineNumber())),
                    row.mapName().map(InspectionText::shown),
                    row.systemName().map(InspectionText::shown),
                    row.databaseUser().map(InspectionText::shown),
                    row.error().map(InspectionText::shown)));
        }
        return table;
    }

    private static TextTable hosts(List<HostsRow> rows, String directory) {
        TextTable table = new TextTable(
                Column.text("file_name"),
                Column.number("line_number"),
                Column.text("hostname"),
                Column.text("ssl_certificate"),
                Column.text("ssl_key"),
                Column.text("ssl_ca_certificate"),
                Column.text("ssl_passphrase_cmd"),
                Column.text("ssl_passphrase_cmd_reload"),
                Column.text("error"));
        for (HostsRow row : rows) {
            table.add(List.of(
                    Optional.of(shownPath(directory, row.file())),
                    Optional.of(String.valueOf(row.lineNumber())),
                    Optional.of(String.join(",", row.hosts()))
                            .filter(names -> !names.isEmpty())
                            .map(InspectionText::shown),
                    row.certificate().map(InspectionText::shown),
                    row.key().map(InspectionText::shown),
                    row.ca().map(InspectionText::shown),
                    row.passphraseCommand().map(Secrets::maskPassphraseCommand).map(InspectionText::shown),
                    row.passphraseCommandForReload().map(flag -> flag ? "t" : "f"),
                    row.error().map(InspectionText::shown)));
        }
        return table;
    }

    private static TextTable settings(List<FileSettingRow> rows, String directory) {
        TextTable table = new TextTable(
                Column.text("name"),
                Column.text("setting"),
                Column.text("sourcefile"),
                Column.number("sourceline"),
                Column.text("applied"),
                Column.text("error"));
        for (FileSettingRow row : rows) {
            table.add(List.of(
                    row.name().map(InspectionText::shown),
                    row.setting()
                            .map(value -> shown(Secrets.maskSetting(row.name().orElse(""), value))),
                    Optional.of(shownPath(directory, row.sourceFile())),
                    Optional.of(String.valueOf(row.sourceLine())),
                    Optional.of(row.applied() ? "t" : "f"),
                    row.error().map(InspectionText::shown)));
        }
        return table;
    }

    private static TextTable tlsSettings(List<EffectiveSetting> settings, String directory) {
        TextTable table = new TextTable(
                Column.text("name"),
                Column.text("setting"),
                Column.text("source"),
                Column.text("sourcefile"),
                Column.number("sourceline"));
        for (EffectiveSetting setting : settings) {
            String name = setting.parameter().name();
            String doubt = setting.isCertain() ? "" : ", unless a file that is not here sets it";
            table.add(List.of(
                    Optional.of(name),
                    setting.value().map(value -> shown(Secrets.maskSetting(name, value))),
                    Optional.of(InspectionWords.source(setting) + doubt),
                    setting.setting()
                            .map(line -> shownPath(directory, line.file().path())),
                    setting.setting().map(line -> String.valueOf(line.entry().line()))));
        }
        return table;
    }

    private static TextTable tlsFiles(List<TlsFile> files, String directory) {
        TextTable table = new TextTable(
                Column.text("name"), Column.text("file_name"), Column.text("loads"), Column.text("message"));
        for (TlsFile file : files) {
            table.add(List.of(
                    Optional.of(file.parameter()),
                    file.path().map(path -> shownPath(directory, path)),
                    Optional.of(file.loads().map(loads -> loads ? "t" : "f").orElse("")),
                    file.message()
                            .map(InspectionText::shown)
                            .or(() -> file.unknown().map(why -> "not known: " + Visible.text(why)))));
        }
        return table;
    }

    /** Returns an array as the server writes it. */
    private static Optional<String> array(List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        values.stream().map(value -> shown(quote(value))).collect(Collectors.joining(",", "{", "}")));
    }

    /** Source: {@code array_out} in {@code src/backend/utils/adt/arrayfuncs.c}. */
    private static String quote(String element) {
        boolean isPlain = !element.isEmpty()
                && !element.equalsIgnoreCase("null")
                && element.chars().noneMatch(c -> "\"\\{}, \t\n\r\u000b\f".indexOf(c) >= 0);
        return isPlain ? element : '"' + element.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String shown(String bytes) {
        return Visible.text(ByteText.decode(bytes));
    }

    private static String shownPath(String directory, String path) {
        return Visible.escape(ServerPaths.relativize(directory, path));
    }

    private String bold(String text) {
        return Paint.BOLD.on(text, options.color());
    }
}
