package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.Crl;
import io.github.pgmtls.lint.x509.DistinguishedName;
import io.github.pgmtls.lint.x509.KeyUsage;
import io.github.pgmtls.lint.x509.VerificationError;
import java.util.List;
import java.util.Map;

/** A CA that may not sign revocation lists. */
final class IssuerLacksCrlSign implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "issuer-lacks-crl-sign",
                    Severity.ERROR,
                    "a CA whose keyUsage lacks cRLSign issues revocation lists")
            .because("The server refuses its list, and with it every certificate of that CA.")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue the CA certificate again with cRLSign, with the same name and key.")
            .source("RFC 5280, section 4.2.1.3")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca | usage keyCertSign")
                    .withCredential("root.crl", "crl of root.crt"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca | usage keyCertSign cRLSign")
                    .withCredential("root.crl", "crl of root.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<DistinguishedName, List<Crl>> lists = RevocationLists.heeded(context);
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Certificate authority : RevocationLists.authorities(context)) {
            boolean lacks = authority
                    .keyUsage()
                    .filter(usage -> !usage.contains(KeyUsage.CRL_SIGN))
                    .isPresent();
            if (lacks && lists.containsKey(authority.subject())) {
                outcome.add(context.finding(
                                INFO,
                                authority.place().firstLine(),
                                "keyUsage of \"" + authority.subject() + "\" lacks cRLSign, so its list is refused")
                        .serverSays(VerificationError.KEYUSAGE_NO_CRL_SIGN.text(
                                context.cluster().definition().openSsl().version()))
                        .build());
            }
        }
        return outcome.build();
    }
}
