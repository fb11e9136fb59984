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

/** A certificate whose time has not come. */
final class CertificateNotYetValid implements ClusterRule {

    /** Clocks differ a little, and a certificate may be linted in the minute it was made. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final RuleInfo INFO = RuleInfo.of(
                    "certificate-not-yet-valid", Severity.ERROR, "a certificate is not valid yet")
            .because("Until then every side that verifies it refuses the connection.")
            .claim(Claim.KEEPS_OUT)
            .remedy("Check the clock of the machine that issued it, or deploy it later.")
            .source("RFC 5280, section 4.1.2.5")
            .timeDependent()
            .bad(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | from 2026-07-01 | until 2027-06-01"))
            .good(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | from 2026-06-01 | until 2027-06-01"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            if (certificate.notBefore().isAfter(context.now().plus(CLOCK_SKEW))) {
                outcome.add(context.finding(
                                INFO,
                                certificate.place().firstLine(),
                                used.words() + " is not valid before " + Dates.day(certificate.notBefore()))
                        .build());
            }
        }
        return outcome.build();
    }
}
