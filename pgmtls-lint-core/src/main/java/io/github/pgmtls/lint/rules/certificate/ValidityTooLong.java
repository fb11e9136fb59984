package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import java.time.Duration;

/** A certificate that is good for years. */
final class ValidityTooLong implements ClusterRule {

    private static final RuleOption CLIENT =
            RuleOption.days("client-days", "days for which a client certificate may be valid", 398);
    private static final RuleOption SERVER =
            RuleOption.days("server-days", "days for which a server certificate may be valid", 825);

    private static final RuleInfo INFO = RuleInfo.of(
                    "validity-too-long", Severity.WARNING, "a certificate is valid for very long")
            .because("""
                    A stolen key is good until its certificate expires, unless somebody keeps revocation lists; and \
                    what is renewed once in ten years nobody knows how to renew. The limits are 825 days for servers \
                    and 398 days for clients; no standard sets them for private CAs.""")
            .claim(Claim.NOTHING)
            .remedy("Issue it for a year at most, and renew it by a program.")
            .source("NIST SP 800-57, part 1, section 5.3; CA/Browser Forum, Baseline Requirements, section 6.3.2")
            .option(CLIENT)
            .option(SERVER)
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | from 2026-06-01 | until 2036-05-29"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | from 2026-06-01 | until 2027-06-01"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Duration lifetime = used.certificate().lifetime();
            RuleOption option = used.use() == UsedCertificate.Use.SERVER ? SERVER : CLIENT;
            Duration limit = Duration.ofDays(context.option(INFO, option));
            if (used.isLeaf() && lifetime.compareTo(limit) > 0) {
                outcome.add(context.finding(
                                INFO,
                                used.certificate().place().firstLine(),
                                used.words() + " is valid for " + lifetime.toDays() + " days, more than "
                                        + limit.toDays())
                        .build());
            }
        }
        return outcome.build();
    }
}
