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

/** An X.509 version 1 certificate. */
final class X509V1 implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "x509-v1", Severity.WARNING, "a certificate is of X.509 version 1 and has no extensions")
            .because("""
                    PostgreSQL takes it, but it says nothing about its use, so that a client's certificate passes for \
                    a server's, and clients written in Rust refuse it. openssl x509 -req makes such certificates if \
                    -extensions is given without -extfile.""")
            .claim(Claim.LETS_IN)
            .remedy("Issue it with -extfile and a section with extendedKeyUsage and keyUsage.")
            .source("RFC 5280, section 4.1.2.1; openssl-x509(1)")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | v1"))
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
            if (used.isLeaf() && certificate.version() == 1) {
                outcome.add(context.finding(
                                INFO,
                                certificate.place().firstLine(),
                                used.words() + " is of X.509 version 1: it has no extensions at all")
                        .build());
            }
        }
        return outcome.build();
    }
}
