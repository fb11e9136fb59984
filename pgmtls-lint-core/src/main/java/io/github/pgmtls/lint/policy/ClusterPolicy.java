package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.List;
import java.util.Optional;

/**
 * What is declared for one cluster.
 *
 * @param name its name in reports
 * @param directory where its files are, in the linted directory; empty for the top
 * @param postgresql the version of its server
 * @param serverNames every name and address by which clients connect to it
 * @param clientCertificates patterns of files with certificates of its clients, relative to its directory; empty if not
 *     declared
 * @param place where it is declared
 */
public record ClusterPolicy(
        String name,
        String directory,
        Optional<PostgresVersion> postgresql,
        List<String> serverNames,
        List<String> clientCertificates,
        Location place) {

    public ClusterPolicy {
        serverNames = List.copyOf(serverNames);
        clientCertificates = List.copyOf(clientCertificates);
    }
}
