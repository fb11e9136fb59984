package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.GeneralName;

/** A server certificate without any name. */
final class ServerNameMissing implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "server-name-missing", Severity.ERROR, "the server certificate carries no name at all")
            .because("Every client with sslmode=verify-full refuses it, by whatever name it connects.")
            .claim(Claim.NOTHING)
            .remedy("Issue it with every name and address that clients use as subjectAltName.")
            .source("pq_verify_peer_name_matches_certificate in fe-secure-common.c")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "no subject | by root | for servers"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "no subject | by root | for servers | dns db1.example.com"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(ServerChain.of(context)
                .map(ServerChain::own)
                .filter(ServerNameMissing::isNameless)
                .map(own -> context.finding(
                                INFO,
                                own.place().firstLine(),
                                "server certificate has neither a subjectAltName for a host nor a CN")
                        .serverSays("could not get server's host name from server certificate")
                        .build())
                .stream()
                .toList());
    }

    /** Tells whether there is nothing in a certificate with which a host name could be compared. */
    static boolean isNameless(Certificate certificate) {
        return certificate.subject().commonName().isEmpty() && !hasHostNames(certificate);
    }

    static boolean hasHostNames(Certificate certificate) {
        return certificate.alternativeNames().stream()
                .anyMatch(name -> name instanceof GeneralName.Dns || name instanceof GeneralName.Ip);
    }
}
