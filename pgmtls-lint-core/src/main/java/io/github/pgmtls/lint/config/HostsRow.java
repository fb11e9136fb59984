package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.List;
import java.util.Optional;

/**
 * A line of pg_hosts.conf in the words of its columns (19 on). The server has no view of that file. Texts are byte strings.
 *
 * @param file the file of the line, as a path in the tree
 * @param lineNumber its line
 * @param hosts the host names; none if the line gives no record, and all columns behind are then absent
 * @param certificate the file of the server certificate
 * @param key the file of the private key
 * @param ca the file of trusted roots, if the record names one
 * @param passphraseCommand the command that tells the passphrase of the key, if the record names one
 * @param passphraseCommandForReload whether that command is run at a reload too
 * @param error what the server complains about
 */
public record HostsRow(
        String file,
        int lineNumber,
        List<String> hosts,
        Optional<String> certificate,
        Optional<String> key,
        Optional<String> ca,
        Optional<String> passphraseCommand,
        Optional<Boolean> passphraseCommandForReload,
        Optional<String> error) {

    public HostsRow {
        hosts = List.copyOf(hosts);
    }

    /** Returns the rows of a file, in the order of its lines. */
    public static List<HostsRow> of(HostsFile file) {
        return file.lines().stream().map(HostsRow::of).toList();
    }

    private static HostsRow of(HostsFile.Line line) {
        Optional<HostsRecord> entry = line.entry();
        return new HostsRow(
                line.line().file().path(),
                line.line().number(),
                entry.map(own -> own.hosts().stream().map(AuthToken::value).toList())
                        .orElse(List.of()),
                entry.map(own -> own.certificate().value()),
                entry.map(own -> own.key().value()),
                entry.flatMap(HostsRecord::ca).map(AuthToken::value),
                entry.flatMap(HostsRecord::passphraseCommand).map(AuthToken::value),
                entry.map(HostsRecord::passphraseCommandForReload),
                line.problem().map(LoadProblem::message));
    }
}
