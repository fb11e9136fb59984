package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.List;

/** A revocation list that is not of the CA whose name it has, or of no CA at all. */
final class CrlIssuerMismatch implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "crl-issuer-mismatch", Severity.ERROR, "a revocation list is not by a CA that is trusted")
            .because("""
                    A list with the name of a CA but another's signature is refused, and with it every certificate of \
                    that CA. A list of a CA that is not trusted has no effect.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Take the list that the CA in ssl_ca_file has signed.")
            .source("RFC 5280, section 6.3.3")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("new", "CN=Root | ca | own key | elsewhere")
                    .withCredential("root.crl", "crl of new"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Certificate> authorities = RevocationLists.authorities(context);
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        RevocationLists.heeded(context).forEach((issuer, lists) -> {
            List<Certificate> named = authorities.stream()
                    .filter(authority -> authority.subject().equals(issuer))
                    .toList();
            boolean sound = lists.stream()
                    .anyMatch(list -> named.stream()
                            .anyMatch(authority -> context.signatures().isSignedBy(list, authority)));
            if (named.isEmpty()) {
                String message = "revocation list of \"" + issuer + "\", which is not a CA that the server trusts";
                outcome.add(context.finding(INFO, lists.get(0).place().firstLine(), message)
                        .severity(Severity.WARNING)
                        .build());
            } else if (!sound) {
                String message = "revocation list has the name of \"" + issuer + "\", but not its signature";
                outcome.add(context.finding(INFO, lists.get(0).place().firstLine(), message)
                        .related(named.get(0).place().firstLine(), "this CA has not signed it")
                        .build());
            }
        });
        return outcome.build();
    }
}
