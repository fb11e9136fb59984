package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.Certificate;

/** A certificate that does not say whether it is for a server or a client. */
final class ExtendedKeyUsageAbsent implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "extended-key-usage-absent",
                    Severity.WARNING,
                    "a certificate does not say whether it is for a server or a client")
            .because("""
                    Without extendedKeyUsage a certificate is good for everything: the client who has it can pose as \
                    the server to every client with sslmode=verify-ca that trusts the same CA, and the server's can \
                    log in as a client.""")
            .claim(Claim.LETS_IN)
            .remedy("Issue it with extendedKeyUsage clientAuth for clients, serverAuth for servers.")
            .source("RFC 5280, section 4.2.1.12")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            if (used.isLeaf()
                    && certificate.extendedKeyUsage().isEmpty()
                    && certificate.netscapeTypes().isEmpty()) {
                outcome.add(context.finding(
                                INFO,
                                certificate.place().firstLine(),
                                used.words() + " has no extendedKeyUsage: it is good for servers and clients alike")
                        .severity(severity(context, used))
                        .build());
            }
        }
        return outcome.build();
    }

    /** Of a server's it matters only if clients of the same CA are let in. */
    private static Severity severity(ClusterContext context, UsedCertificate used) {
        boolean sharedCa = context.loaded().authorities().stream()
                .anyMatch(authority ->
                        authority.subject().equals(used.certificate().issuer()));
        return used.use() == UsedCertificate.Use.CLIENT || sharedCa ? Severity.WARNING : Severity.INFO;
    }
}
