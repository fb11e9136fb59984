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
import java.time.Duration;

/** A certificate whose time is almost over. */
final class CertificateExpiresSoon implements ClusterRule {

    private static final RuleOption DAYS = RuleOption.days("days", "days that are soon for servers and clients", 30);
    private static final RuleOption CA_DAYS = RuleOption.days("ca-days", "days that are soon for CAs", 90);

    private static final RuleInfo INFO = RuleInfo.of(
                    "certificate-expires-soon", Severity.WARNING, "a certificate expires soon")
            .because("""
                    Soon is less than 30 days for servers and clients and less than 90 days for CAs, but never more \
                    than the last third of the lifetime: a certificate of 24 hours is fresh for 16 of them.""")
            .claim(Claim.NOTHING)
            .remedy("Renew the certificate before it expires.")
            .source("RFC 5280, section 4.1.2.5")
            .timeDependent()
            .option(DAYS)
            .option(CA_DAYS)
            .bad(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | from 2025-06-30 | until 2026-06-30"))
            .good(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | from 2026-06-01 | until 2026-07-15"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            Duration left = Duration.between(context.now(), certificate.notAfter());
            if (!left.isNegative() && left.compareTo(notice(context, used)) < 0) {
                outcome.add(context.finding(
                                INFO,
                                certificate.place().firstLine(),
                                used.words() + " expires on " + Dates.day(certificate.notAfter()) + ", in "
                                        + Dates.length(left))
                        .build());
            }
        }
        return outcome.build();
    }

    private static Duration notice(ClusterContext context, UsedCertificate used) {
        boolean isAuthority = used.use() == UsedCertificate.Use.AUTHORITY;
        Duration most = Duration.ofDays(context.option(INFO, isAuthority ? CA_DAYS : DAYS));
        Duration third = used.certificate().lifetime().dividedBy(3);
        return most.compareTo(third) < 0 ? most : third;
    }
}
