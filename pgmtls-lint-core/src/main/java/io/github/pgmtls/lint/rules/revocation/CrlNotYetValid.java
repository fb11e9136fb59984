package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Dates;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Crl;
import io.github.pgmtls.lint.x509.VerificationError;
import java.time.Duration;

/** A revocation list from the future. */
final class CrlNotYetValid implements ClusterRule {

    /** Clocks differ a little, and a list may be linted in the minute it was made. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final RuleInfo INFO = RuleInfo.of(
                    "crl-not-yet-valid", Severity.ERROR, "a revocation list is not valid yet")
            .because("Until then the server refuses every certificate of that CA.")
            .claim(Claim.KEEPS_OUT)
            .remedy("Check the clock of the machine that issued it, or deploy it later.")
            .source("RFC 5280, section 5.1.2.4")
            .timeDependent()
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt | from 2026-07-01 | until 2026-08-01"))
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
            Crl newest = RevocationLists.newest(lists);
            if (!RevocationLists.hasCurrent(lists, context.now())
                    && newest.thisUpdate().isAfter(context.now().plus(CLOCK_SKEW))) {
                outcome.add(context.finding(
                                INFO,
                                newest.place().firstLine(),
                                "revocation list of \"" + issuer + "\" is not valid before "
                                        + Dates.day(newest.thisUpdate()))
                        .serverSays(VerificationError.CRL_NOT_YET_VALID.text(
                                context.cluster().definition().openSsl().version()))
                        .build());
            }
        });
        return outcome.build();
    }
}
