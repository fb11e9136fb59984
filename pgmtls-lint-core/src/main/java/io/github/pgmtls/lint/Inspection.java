package io.github.pgmtls.lint;

import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.FileSettingRow;
import io.github.pgmtls.lint.config.HbaRuleRow;
import io.github.pgmtls.lint.config.HostsRow;
import io.github.pgmtls.lint.config.IdentMappingRow;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.x509.Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the servers of a directory would make of their files. Every list is in a fixed order, so that equal input gives
 * equal output. Texts of the files are byte strings, and nothing in them is masked.
 *
 * @param now the time as of which it was asked
 * @param clusters the clusters that were found, by directory
 */
public record Inspection(Instant now, List<ClusterView> clusters) {

    public Inspection {
        clusters = List.copyOf(clusters);
    }

    /**
     * One cluster.
     *
     * @param name its name: declared, or its directory
     * @param directory its directory in the inspected one; empty for the top itself
     * @param postgresql the version as which its files are read
     * @param versionDeclared whether somebody said that this is its version; if nobody did, it is assumed
     * @param hba its pg_hba.conf
     * @param ident its pg_ident.conf
     * @param hosts its pg_hosts.conf; absent if the server does not read one: before 19, or without {@code ssl_sni}
     * @param settings its postgresql.conf
     * @param tlsSettings the settings of TLS in force, by name; none if there is no postgresql.conf
     * @param tlsFiles the files that these settings name; none if TLS is off
     * @param certificates the certificates: those of the server's own file, of the file of authorities, of clients
     */
    public record ClusterView(
            String name,
            String directory,
            PostgresVersion postgresql,
            boolean versionDeclared,
            FileView<HbaRuleRow> hba,
            FileView<IdentMappingRow> ident,
            Optional<FileView<HostsRow>> hosts,
            FileView<FileSettingRow> settings,
            List<EffectiveSetting> tlsSettings,
            List<TlsFile> tlsFiles,
            List<CertificateView> certificates) {

        public ClusterView {
            tlsSettings = List.copyOf(tlsSettings);
            tlsFiles = List.copyOf(tlsFiles);
            certificates = List.copyOf(certificates);
        }
    }

    /**
     * A file with everything it includes.
     *
     * @param path the file in the inspected directory; absent if it is not there
     * @param takenFor the path that the server is told, if it leads elsewhere and this file is taken for that one
     * @param loads whether the server takes the file; absent if that cannot be told
     * @param unknown why it cannot be told whether the server takes the file
     * @param refusedBy the versions that would refuse the file, oldest first; absent if a version is declared, since
     *     then no other is asked
     * @param messages what the server writes to its log about the file
     * @param rows the rows of the server's view of the file
     */
    public record FileView<R>(
            Optional<String> path,
            Optional<String> takenFor,
            Optional<Boolean> loads,
            Optional<String> unknown,
            Optional<List<PostgresVersion>> refusedBy,
            List<Message> messages,
            List<R> rows) {

        public FileView {
            messages = List.copyOf(messages);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A message of the server about a file.
     *
     * @param file the file it is about, which may be an included one
     * @param line the line as the server counts it; absent if the file as a whole is meant
     * @param text the message in the server's words
     * @param isFatal whether the server refuses the file for it
     */
    public record Message(String file, Optional<Integer> line, String text, boolean isFatal) {}

    /**
     * A file that a setting of TLS names.
     *
     * @param parameter the name of the setting
     * @param path the file in the inspected directory; absent if it is not there
     * @param loads whether OpenSSL takes the file; absent if that cannot be told
     * @param unknown why it cannot be told
     * @param message what the server says if OpenSSL does not take it
     */
    public record TlsFile(
            String parameter,
            Optional<String> path,
            Optional<Boolean> loads,
            Optional<String> unknown,
            Optional<String> message) {}

    /** What a certificate is there for. */
    public enum CertificateRole {
        /** The server presents it. */
        SERVER,
        /** It issues others. */
        CA,
        /** A client presents it. */
        CLIENT
    }

    /**
     * A certificate.
     *
     * @param role what it is there for
     * @param certificate the certificate
     * @param path the way from it to the certificate at which trust ends, itself first, as far as there is one
     * @param accepted whether the other side accepts it; absent if that cannot be told
     * @param unknown why it cannot be told
     * @param problems what is wrong with it, of several things the first that OpenSSL meets
     */
    public record CertificateView(
            CertificateRole role,
            Certificate certificate,
            List<Certificate> path,
            Optional<Boolean> accepted,
            Optional<String> unknown,
            List<String> problems) {

        public CertificateView {
            path = List.copyOf(path);
            problems = List.copyOf(problems);
        }
    }
}
