package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Dates;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Crl;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A revocation list whose time is almost over. */
final class CrlExpiresSoon implements ClusterRule {

    private static final RuleOption DAYS = RuleOption.days("days", "days that are soon", 7);

    private static final RuleInfo INFO = RuleInfo.of(
                    "crl-expires-soon", Severity.WARNING, "a revocation list expires soon")
            .because("""
                    When it has expired, everybody with a certificate of that CA is locked out. Soon is less than 7 \
                    days, but never more than the last third of the time from one list to the next.""")
            .claim(Claim.NOTHING)
            .remedy("Fetch or issue a new list, and have that done by a program.")
            .source("RFC 5280, section 5.1.2.5")
            .timeDependent()
            .option(DAYS)
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt | from 2026-05-18 | until 2026-06-18"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt | from 2026-06-10 | until 2026-07-10"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        RevocationLists.heeded(context).forEach((issuer, lists) -> {
            List<Crl> current = lists.stream()
                    .filter(list -> RevocationLists.isCurrent(list, context.now()))
                    .toList();
            if (!current.isEmpty()) {
                Crl newest = RevocationLists.newest(current);
                newest.nextUpdate().ifPresent(end -> judge(context, newest, end, outcome));
            }
        });
        return outcome.build();
    }

    private static void judge(ClusterContext context, Crl list, Instant end, RuleOutcome.Builder outcome) {
        Duration left = Duration.between(context.now(), end);
        Duration third = Duration.between(list.thisUpdate(), end).dividedBy(3);
        if (left.compareTo(Duration.ofDays(context.option(INFO, DAYS))) < 0 && left.compareTo(third) < 0) {
            outcome.add(context.finding(
                            INFO,
                            list.place().firstLine(),
                            "revocation list of \"" + list.issuer() + "\" expires on " + Dates.day(end) + ", in "
                                    + Dates.length(left))
                    .build());
        }
    }
}
