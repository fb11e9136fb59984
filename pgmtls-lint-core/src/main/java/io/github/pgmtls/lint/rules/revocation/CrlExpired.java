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
import java.time.Instant;

/** A revocation list whose time is over. */
final class CrlExpired implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of("crl-expired", Severity.ERROR, "a revocation list has expired")
            .because("""
                    Everybody with a certificate of that CA is locked out, on records with passwords too, and is told \
                    that the certificate has expired. Clients without a certificate are not affected. An old list \
                    next to a current one does no harm.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Fetch or issue a new list, and have that done by a program; the server reads it at a reload.")
            .source("RFC 5280, section 5.1.2.5; be_tls_init in be-secure-openssl.c")
            .timeDependent()
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt | from 2026-05-01 | until 2026-06-01"))
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
            Instant end = newest.nextUpdate().orElse(Instant.MAX);
            if (!RevocationLists.hasCurrent(lists, context.now()) && !end.isAfter(context.now())) {
                outcome.add(context.finding(
                                INFO,
                                newest.place().firstLine(),
                                "revocation list of \"" + issuer + "\" expired on " + Dates.day(end))
                        .serverSays(VerificationError.CRL_HAS_EXPIRED.text(
                                context.cluster().definition().openSsl().version()))
                        .build());
            }
        });
        return outcome.build();
    }
}
