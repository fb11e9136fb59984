package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.cluster.ExpectedClient;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is declared for one cluster.
 *
 * @param name its name in reports
 * @param directory where its files are, in the linted directory; empty for the top
 * @param postgresql the version of its server
 * @param openSsl the OpenSSL of its server
 * @param dedicatedClientCa whether the CA of its clients issues certificates for this server alone
 * @param serverNames every name and address by which clients connect to it
 * @param clientCertificates patterns of files with certificates of its clients, relative to its directory; empty if not
 *     declared
 * @param clientCertificatesComplete whether there are no other client certificates than those found
 * @param expectedClients who is to log in by certificate
 * @param superusers its superusers, as byte strings; empty if not declared
 * @param roles by role, its direct members, all as byte strings; empty if not declared, so that nothing is known of them
 * @param expectations what must hold of who gets in
 * @param place where it is declared
 */
public record ClusterPolicy(
        String name,
        String directory,
        Optional<PostgresVersion> postgresql,
        Optional<OpenSslProfile> openSsl,
        Optional<Boolean> dedicatedClientCa,
        List<String> serverNames,
        List<String> clientCertificates,
        boolean clientCertificatesComplete,
        List<ExpectedClient> expectedClients,
        List<String> superusers,
        Map<String, List<String>> roles,
        List<Expectation> expectations,
        Location place) {

    /** Who is a superuser where nobody says otherwise: the user that initdb makes. */
    public static final List<String> USUAL_SUPERUSERS = List.of("postgres");

    public ClusterPolicy {
        serverNames = List.copyOf(serverNames);
        clientCertificates = List.copyOf(clientCertificates);
        expectedClients = List.copyOf(expectedClients);
        superusers = List.copyOf(superusers);
        roles = Map.copyOf(roles);
        expectations = List.copyOf(expectations);
    }
}
