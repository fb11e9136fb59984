package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known of a cluster before its files are read.
 *
 * @param name its name in reports
 * @param directory where its files are, in the tree; empty for the top
 * @param declaredVersion the version of its server, if somebody said so
 * @param without authentication methods that its build lacks
 * @param declaredOpenSsl the OpenSSL of its server, if somebody said so
 * @param dedicatedClientCa whether the CA of its clients issues certificates for it alone, if somebody said so
 * @param serverNames names and addresses by which clients connect to it
 * @param clientCertificates patterns of client certificate files, relative to the directory; empty: by convention
 * @param clientCertificatesComplete whether somebody said that there are no others than those
 * @param expectedClients who is to log in by certificate
 * @param keptElsewhere files that the server has and the tree rightly lacks
 */
public record ClusterDefinition(
        String name,
        String directory,
        Optional<PostgresVersion> declaredVersion,
        Set<AuthMethod> without,
        Optional<OpenSslProfile> declaredOpenSsl,
        Optional<Boolean> dedicatedClientCa,
        List<String> serverNames,
        List<String> clientCertificates,
        boolean clientCertificatesComplete,
        List<ExpectedClient> expectedClients,
        List<String> keptElsewhere) {

    public ClusterDefinition {
        without = Set.copyOf(without);
        serverNames = List.copyOf(serverNames);
        clientCertificates = List.copyOf(clientCertificates);
        expectedClients = List.copyOf(expectedClients);
        keptElsewhere = List.copyOf(keptElsewhere);
    }

    /** Defines the cluster of a directory about which nothing is declared. */
    public static ClusterDefinition of(String directory) {
        return new ClusterDefinition(
                nameOf(directory),
                directory,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of());
    }

    /** Returns the same with other names of the server. */
    ClusterDefinition withServerNames(List<String> names) {
        return new ClusterDefinition(
                name,
                directory,
                declaredVersion,
                without,
                declaredOpenSsl,
                dedicatedClientCa,
                names,
                clientCertificates,
                clientCertificatesComplete,
                expectedClients,
                keptElsewhere);
    }

    /** Returns the OpenSSL for which certificates are judged. */
    public OpenSslProfile openSsl() {
        return declaredOpenSsl.orElse(OpenSslProfile.DEFAULT);
    }

    /** Returns the name of a cluster that is not given one: its directory. */
    public static String nameOf(String directory) {
        return directory.isEmpty() ? "." : directory;
    }
}
