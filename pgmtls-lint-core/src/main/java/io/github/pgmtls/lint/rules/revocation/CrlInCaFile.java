package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Crl;

/** A revocation list in ssl_ca_file that nobody looks at. */
final class CrlInCaFile implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "crl-in-ca-file", Severity.ERROR, "a revocation list in ssl_ca_file is not looked at")
            .because("""
                    The server loads the list and ignores it: revoked certificates log in. Only if ssl_crl_file or \
                    ssl_crl_dir is set too, lists are looked at, this one included.""")
            .claim(Claim.LETS_IN)
            .remedy("Put the list into a file of its own and set ssl_crl_file.")
            .source("be_tls_init in be-secure-openssl.c")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | with root.crl")
                    .withCredential("root.crl", "crl of root.crt | elsewhere"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (context.loaded().checksRevocation()) {
            return RuleOutcome.notApplicable("revocation lists are configured");
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Crl list : context.loaded().listsAmongAuthorities()) {
            outcome.add(context.finding(
                            INFO,
                            list.place().firstLine(),
                            "revocation list of \"" + list.issuer()
                                    + "\" is ignored, as neither ssl_crl_file nor ssl_crl_dir is set")
                    .build());
        }
        return outcome.build();
    }
}
