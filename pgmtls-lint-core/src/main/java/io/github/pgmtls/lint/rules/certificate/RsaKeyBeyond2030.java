package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Dates;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.PublicKeyInfo;
import java.time.Instant;

/** An RSA key that is to last longer than its strength. */
final class RsaKeyBeyond2030 implements ClusterRule {

    private static final Instant END = Instant.parse("2031-01-01T00:00:00Z");
    private static final RuleOption BITS =
            new RuleOption("bits", "bits that are enough beyond 2030", 3072, 2048, 16_384);

    private static final RuleInfo INFO = RuleInfo.of(
                    "rsa-key-beyond-2030",
                    Severity.WARNING,
                    "a certificate with an RSA key of less than 3072 bits is valid beyond 2030")
            .because("""
                    NIST takes 2048 bits, a strength of 112, for good enough until the end of 2030; OpenSSL takes them \
                    at security level 2, but not at level 3.""")
            .claim(Claim.NOTHING)
            .remedy("Use RSA of 3072 bits or EC P-256 for the next certificate, or let this one end before 2031.")
            .source("NIST SP 800-57, part 1, section 5.6.3")
            .option(BITS)
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | key RSA2048 | until 2036-01-01"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | key RSA2048 | until 2030-01-01"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            PublicKeyInfo key = certificate.publicKey();
            boolean rsa = key.algorithm() == PublicKeyInfo.Algorithm.RSA
                    || key.algorithm() == PublicKeyInfo.Algorithm.RSA_PSS;
            if (rsa
                    && key.bits() < context.option(INFO, BITS)
                    && certificate.notAfter().isAfter(END)) {
                outcome.add(context.finding(
                                INFO,
                                certificate.place().firstLine(),
                                used.words() + " with a key of " + key.bits() + " bits is valid until "
                                        + Dates.day(certificate.notAfter()))
                        .build());
            }
        }
        return outcome.build();
    }
}
