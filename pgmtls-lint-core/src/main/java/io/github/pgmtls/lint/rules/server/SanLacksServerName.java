package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.GeneralName;
import io.github.pgmtls.lint.x509.HostNameRules;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A name by which clients connect that the server certificate does not carry. */
final class SanLacksServerName implements ClusterRule {

    private static final List<HostNameRules> CLIENTS =
            List.of(HostNameRules.LIBPQ_15, HostNameRules.PGJDBC, HostNameRules.ALTERNATIVE_NAMES_ONLY);

    private static final RuleInfo INFO = RuleInfo.of(
                    "san-lacks-server-name",
                    Severity.ERROR,
                    "the server certificate does not carry a name by which clients connect")
            .because("""
                    Clients with sslmode=verify-full compare the name they connect to with the subjectAltName of the \
                    server certificate, and refuse the connection if it is not there. libpq and pgjdbc fall back to \
                    the CN where the certificate has no DNS name at all; drivers in Go, .NET, Node.js or Rust do not: \
                    a name that is only the CN is a warning.""")
            .claim(Claim.NOTHING)
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
        if (ServerNameMissing.isNameless(certificate.get())) {
            return RuleOutcome.notApplicable("the server certificate carries no name at all");
        }
        List<String> names = cluster.definition().serverNames();
        if (names.isEmpty()) {
            return RuleOutcome.inconclusive("nobody says by which names clients connect; list them as server-names of"
                    + " cluster \"" + cluster.name() + "\" in pgmtls.yaml");
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (String name : names) {
            List<HostNameRules> refusing = CLIENTS.stream()
                    .filter(client -> !client.match(certificate.get(), name).matches())
                    .toList();
            if (!refusing.isEmpty()) {
                outcome.add(finding(context, certificate.get(), name, refusing));
            }
        }
        return outcome.build();
    }

    private static Finding finding(
            ClusterContext context, Certificate certificate, String name, List<HostNameRules> refusing) {
        Location place = certificate.place().firstLine();
        if (!refusing.contains(HostNameRules.LIBPQ_15)) {
            String message = "libpq finds \"" + name + "\" in the server certificate, but these do not: "
                    + words(refusing) + "; it carries " + carried(certificate);
            return context.finding(INFO, place, message)
                    .about(name)
                    .severity(Severity.WARNING)
                    .build();
        }
        String message = "server certificate does not carry \"" + name + "\"; it carries " + carried(certificate)
                + only(refusing);
        return context.finding(INFO, place, message)
                .about(name)
                .serverSays("server certificate for \"" + firstName(certificate) + "\" does not match host name \""
                        + name + "\"")
                .build();
    }

    /** Says which clients refuse the certificate, unless all do. */
    private static String only(List<HostNameRules> refusing) {
        return refusing.size() == CLIENTS.size() ? "" : "; refused by " + words(refusing);
    }

    private static String words(List<HostNameRules> clients) {
        return clients.stream().map(HostNameRules::words).collect(Collectors.joining(", "));
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
