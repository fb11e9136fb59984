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

/** A key of a kind that some do not know. */
final class EdwardsKey implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "edwards-key", Severity.INFO, "the key of a certificate is Ed25519 or Ed448")
            .because("""
                    PostgreSQL with OpenSSL 1.1.1 or later and Java 15 or later take such keys. Old drivers, cards and \
                    builds for FIPS 140-2 do not.""")
            .claim(Claim.LETS_IN)
            .remedy("Make a key on P-256 if every client has to get in.")
            .source("RFC 8410; FIPS 186-5")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | key ED25519"))
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
            boolean edwards = switch (key.algorithm()) {
                case ED25519, ED448 -> true;
                default -> false;
            };
            if (used.use() == UsedCertificate.Use.SERVER && edwards) {
                outcome.add(context.finding(
                                INFO,
                                used.certificate().place().firstLine(),
                                used.words() + " has an " + key.display() + " key, which not every client knows")
                        .build());
            }
        }
        return outcome.build();
    }
}
