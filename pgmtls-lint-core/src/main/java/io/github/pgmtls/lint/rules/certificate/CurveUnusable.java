package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.PublicKeyInfo;
import java.util.Set;

/** An elliptic curve with which no TLS connection comes about. */
final class CurveUnusable implements ClusterRule {

    private static final Set<String> USABLE = Set.of("P-256", "P-384", "P-521");

    private static final RuleInfo INFO = RuleInfo.of(
                    "curve-unusable", Severity.ERROR, "the key of a certificate is on a curve that TLS does not use")
            .because("""
                    TLS 1.3 knows signatures by P-256, P-384 and P-521 only, and OpenSSL offers no other curve of its \
                    own accord for TLS 1.2. A server with such a key finds no shared cipher; a client does not send \
                    its certificate at all.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Make a key on P-256 (prime256v1).")
            .source("RFC 8446, section 4.2.3; OpenSSL, SSL_CTX_set1_groups(3)")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | key SECP256K1"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | key P256"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            PublicKeyInfo key = used.certificate().publicKey();
            boolean usable = key.algorithm() != PublicKeyInfo.Algorithm.EC
                    || key.curve().filter(USABLE::contains).isPresent();
            if (used.isLeaf() && !usable) {
                outcome.add(context.finding(
                                INFO,
                                used.certificate().place().firstLine(),
                                used.words() + " has a key that TLS does not use: " + key.display())
                        .build());
            }
        }
        return outcome.build();
    }
}
