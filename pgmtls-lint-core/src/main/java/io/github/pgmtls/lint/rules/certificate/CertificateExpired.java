package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Dates;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.Certificate;
import java.time.Duration;
import java.util.List;

/** A certificate whose time is over. */
final class CertificateExpired implements ClusterRule {

    private static final Duration SHORT = Duration.ofDays(7);

    private static final RuleInfo INFO = RuleInfo.of("certificate-expired", Severity.ERROR, "a certificate has expired")
            .because("""
                    The server starts with an expired certificate and says nothing; clients that verify it refuse the \
                    connection, others go on. A client that presents an expired certificate is refused whatever record \
                    would match it, and so are all clients of an expired CA.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Renew the certificate.")
            .source("RFC 5280, section 4.1.2.5; PostgreSQL documentation, section Secure TCP/IP Connections with SSL")
            .timeDependent()
            .bad(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | from 2025-06-01 | until 2026-06-01"))
            .good(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | from 2026-05-01 | until 2027-05-01"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            if (certificate.notAfter().isBefore(context.now())) {
                outcome.add(context.finding(
                                INFO,
                                certificate.place().firstLine(),
                                used.words() + " expired on " + Dates.day(certificate.notAfter()))
                        .severity(severity(context, used))
                        .hint(hint(certificate))
                        .build());
            }
        }
        return outcome.build();
    }

    private static String hint(Certificate certificate) {
        return certificate.lifetime().compareTo(SHORT) < 0
                ? "What is renewed every few days is never current in a repository: leave it out, and list it under "
                        + "kept-elsewhere in pgmtls.yaml."
                : INFO.remedy();
    }

    /** An expired authority next to one that took its place, or to others, locks out nobody who has moved on. */
    private static Severity severity(ClusterContext context, UsedCertificate used) {
        if (used.use() != UsedCertificate.Use.AUTHORITY
                || context.clientPaths().stream()
                        .anyMatch(path -> path.result().path().contains(used.certificate()))) {
            return Severity.ERROR;
        }
        List<Certificate> current = context.loaded().authorities().stream()
                .filter(other -> !other.notAfter().isBefore(context.now()))
                .toList();
        boolean renewed = current.stream()
                .anyMatch(other -> other.subject().equals(used.certificate().subject())
                        && other.publicKey().equals(used.certificate().publicKey()));
        if (renewed) {
            return Severity.INFO;
        }
        return current.isEmpty() ? Severity.ERROR : Severity.WARNING;
    }
}
