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
import io.github.pgmtls.lint.x509.RsaWeakness;
import java.util.HashSet;
import java.util.Set;

/** An RSA key that protects nothing. */
final class RsaKeyBroken implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "rsa-key-broken", Severity.ERROR, "the private key of a certificate can be computed")
            .because("""
                    An RSA key of two primes that lie close together is factored in a moment by Fermat's method; \
                    devices with a bad random number generator make such keys. With exponent 1 no private key is \
                    needed at all. Whoever does it is that server, that client, or that CA.""")
            .claim(Claim.NOTHING)
            .remedy("Make a new key with OpenSSL or another program that is known to be good.")
            .source("NIST FIPS 186-5, appendix A.1.3; RFC 8017, section 3.1")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | key RSA2048_CLOSE_PRIMES"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | key RSA2048"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Set<String> seen = new HashSet<>();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            if (!seen.add(certificate.publicKey().fingerprint())) {
                continue;
            }
            RsaWeakness.of(certificate)
                    .ifPresent(weakness -> outcome.add(context.finding(
                                    INFO, certificate.place().firstLine(), used.words() + ": " + words(weakness))
                            .build()));
        }
        return outcome.build();
    }

    private static String words(RsaWeakness weakness) {
        return switch (weakness) {
            case EXPONENT -> "its RSA key has exponent 1, so that everybody can sign for it";
            case CLOSE_PRIMES -> "the primes of its RSA key lie so close together that everybody can compute them";
        };
    }
}
