package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.GeneralName;
import java.util.List;
import java.util.Optional;

/** A name by which clients connect that the server certificate does not carry. */
final class SanLacksServerName implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "san-lacks-server-name",
                    Severity.ERROR,
                    "the server certificate does not carry a name by which clients connect")
            .because("""
                    Clients with sslmode=verify-full compare the name they connect to with the subjectAltName of the \
                    server certificate, and refuse the connection if it is not there. The CN counts only where the \
                    certificate has no DNS name at all, and for many drivers not even then.""")
            .remedy("Issue the server certificate with every name and address that clients use.")
            .source("PostgreSQL documentation, section SSL Support in libpq; RFC 9525")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {server-names: [pg1.example.com, pg.example.com]}}\n")
                    .withCredential("server.crt", "CN=pg1 | dns pg1.example.com"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {server-names: [pg1.example.com, pg.example.com]}}\n")
                    .withCredential("server.crt", "CN=pg1 | dns pg1.example.com | dns pg.example.com"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        Optional<Certificate> certificate = cluster.credentials()
                .serverCertificate()
                .flatMap(file -> file.certificates().stream().findFirst());
        if (certificate.isEmpty()) {
            return RuleOutcome.notApplicable("there is no server certificate to look at");
        }
        List<String> names = cluster.definition().serverNames();
        if (names.isEmpty()) {
            return RuleOutcome.inconclusive("nobody says by which names clients connect; list them as server-names of"
                    + " cluster \"" + cluster.name() + "\" in pgmtls.yaml");
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (String name : names) {
            if (!ServerNames.matches(certificate.get(), name)) {
                outcome.add(context.finding(
                                INFO,
                                certificate.get().place().firstLine(),
                                "server certificate does not carry \"" + name + "\"; it carries "
                                        + carried(certificate.get()))
                        .serverSays("server certificate for \"" + firstName(certificate.get())
                                + "\" does not match host name \"" + name + "\"")
                        .build());
            }
        }
        return outcome.build();
    }

    private static String carried(Certificate certificate) {
        List<String> names = certificate.alternativeNames().stream()
                .map(GeneralName::display)
                .toList();
        return names.isEmpty()
                ? "no subjectAltName, and CN \""
                        + certificate.subject().commonName().orElse("") + "\""
                : String.join(", ", names);
    }

    private static String firstName(Certificate certificate) {
        return certificate.dnsNames().stream()
                .findFirst()
                .or(() -> certificate.subject().commonName())
                .orElse("");
    }
}
