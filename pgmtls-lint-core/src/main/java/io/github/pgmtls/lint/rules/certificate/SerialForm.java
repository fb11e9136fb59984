package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import java.math.BigInteger;

/** A serial number that is none. */
final class SerialForm implements ClusterRule {

    private static final int MOST_OCTETS = 20;

    private static final RuleInfo INFO = RuleInfo.of(
                    "serial-form",
                    Severity.INFO,
                    "the serial number of a certificate is not a positive number of 20 bytes")
            .because("PostgreSQL and OpenSSL take any number; other programs refuse the certificate.")
            .claim(Claim.LETS_IN)
            .remedy("Issue it with a random serial number of 16 bytes.")
            .source("RFC 5280, section 4.1.2.2")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | serial 0"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | serial 4711"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            BigInteger serial = used.certificate().serial();
            if (used.isLeaf() && (serial.signum() <= 0 || serial.toByteArray().length > MOST_OCTETS)) {
                String what = serial.signum() <= 0 ? serial.toString() : "longer than " + MOST_OCTETS + " bytes";
                outcome.add(context.finding(
                                INFO,
                                used.certificate().place().firstLine(),
                                "serial number of " + used.words() + " is " + what)
                        .build());
            }
        }
        return outcome.build();
    }
}
