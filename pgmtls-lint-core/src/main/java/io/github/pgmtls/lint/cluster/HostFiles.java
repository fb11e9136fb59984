package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.config.HostsRecord;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The files that a server has for the clients of one record of pg_hosts.conf, in place of those of {@code ssl_cert_file},
 * {@code ssl_key_file} and {@code ssl_ca_file}; what is said of revocation lists holds for all records.
 *
 * @param entry the record
 * @param files the files by role, as in {@link Cluster#files}
 * @param credentials what was read of them
 */
public record HostFiles(HostsRecord entry, Map<ServerFile.Role, ServerFile> files, Credentials credentials) {

    public HostFiles {
        files = Map.copyOf(files);
    }

    /** Returns the names of the record, as they stand there. */
    public String names() {
        return entry.hosts().stream().map(AuthToken::value).collect(Collectors.joining(","));
    }
}
