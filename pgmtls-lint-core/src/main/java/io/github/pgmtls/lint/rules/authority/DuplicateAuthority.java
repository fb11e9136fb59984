package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.HashMap;
import java.util.Map;

/** The same certificate twice. */
final class DuplicateAuthority implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "duplicate-authority", Severity.INFO, "ssl_ca_file holds a certificate twice")
            .because("It does no harm, but whoever removes one of them has removed nothing.")
            .claim(Claim.NOTHING)
            .remedy("Remove the second one.")
            .source("OpenSSL, X509_STORE_add_cert(3)")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | with root.crt"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<Certificate, Certificate> first = new HashMap<>();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Certificate certificate : context.loaded().authorities()) {
            Certificate earlier = first.putIfAbsent(certificate, certificate);
            if (earlier != null) {
                outcome.add(context.finding(
                                INFO,
                                certificate.place().firstLine(),
                                "\"" + certificate.subject() + "\" is in ssl_ca_file twice")
                        .related(earlier.place().firstLine(), "the first one")
                        .build());
            }
        }
        return outcome.build();
    }
}
