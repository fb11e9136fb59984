package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PathVerifier;
import io.github.pgmtls.lint.x509.Purpose;
import java.util.List;
import java.util.Optional;

/** A server certificate that is a client's too. */
final class ServerCertificateForClients implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "server-certificate-for-clients",
                    Severity.WARNING,
                    "the server certificate is good for clients, and of a CA that the server trusts")
            .because("""
                    Whoever has the server's key logs in as a client with the server's certificate, under the name in \
                    its CN. If a record or a map admits that name, that is an error. step-ca issues such \
                    certificates unless told otherwise.""")
            .claim(Claim.LETS_IN)
            .remedy("Issue the server certificate with extendedKeyUsage serverAuth only, or from a CA of its own.")
            .source("RFC 5280, section 4.2.1.12")
            .bad(Example.hba("hostssl  all  app1  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential(
                            "server.crt", "CN=db1 | dns db1.example.com | by root.crt | for servers and clients"))
            .good(Example.hba("hostssl  all  app1  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root.crt | for servers"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<ServerChain> chain = ServerChain.of(context);
        Optional<PathVerifier> verifier = context.clientVerifier();
        if (chain.isEmpty() || verifier.isEmpty()) {
            return RuleOutcome.notApplicable("there is no server certificate, or no client is verified");
        }
        Certificate own = chain.get().own();
        boolean accepted = verifier.get()
                .verify(own, chain.get().rest(), Purpose.SSL_CLIENT, context.now())
                .isVerified();
        Optional<HbaRecord> record = admitting(context.cluster(), own);
        boolean declared = own.extendedKeyUsage().isPresent();
        if (!accepted || (!declared && record.isEmpty())) {
            // that it does not say what it is for is a finding of its own
            return RuleOutcome.of(List.of());
        }
        FindingBuilder finding = context.finding(
                INFO,
                own.place().firstLine(),
                record.isPresent()
                        ? "whoever has the server's key can log in as \"" + ByteText.decode(name(own)) + "\""
                        : "the server certificate is good for clients of this server too");
        record.ifPresent(by -> finding.severity(Severity.ERROR).related(by.location(), "this record lets it in"));
        return RuleOutcome.of(List.of(finding.build()));
    }

    private static String name(Certificate own) {
        return own.subject().commonName().orElse("");
    }

    /** Returns the record that names the CN as a user, or whose map does. */
    private static Optional<HbaRecord> admitting(Cluster cluster, Certificate own) {
        return cluster.meantRecords().stream()
                .filter(HbaRecord::demandsCertificate)
                .filter(record -> record.map().isEmpty()
                        ? record.userNames().hasLiteral(name(own))
                        : cluster.mappings().stream()
                                .anyMatch(mapping -> mapping.map()
                                                .value()
                                                .equals(record.map().get())
                                        && mapping.systemName().value().equals(name(own))))
                .findFirst();
    }
}
