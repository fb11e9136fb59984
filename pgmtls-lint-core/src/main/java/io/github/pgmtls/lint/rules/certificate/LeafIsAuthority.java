package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.BasicConstraints;
import io.github.pgmtls.lint.x509.Certificate;

/** A server's or client's certificate that is a CA's. */
final class LeafIsAuthority implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "leaf-is-authority", Severity.WARNING, "a server's or client's certificate may issue others")
            .because("""
                    With CA:TRUE below a CA that is trusted, the holder of the key can issue certificates for every \
                    name, that of a superuser too.""")
            .claim(Claim.LETS_IN)
            .remedy("Issue it with basicConstraints CA:FALSE.")
            .source("RFC 5280, section 4.2.1.9")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {client-certificates: [clients/*]}}\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | ca"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {client-certificates: [clients/*]}}\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : UsedCertificate.of(context.cluster().credentials())) {
            Certificate certificate = used.certificate();
            boolean authority = certificate
                    .basicConstraints()
                    .map(BasicConstraints::authority)
                    .orElse(false);
            if (used.isLeaf() && authority && !certificate.isSelfIssued()) {
                outcome.add(context.finding(
                                INFO,
                                certificate.place().firstLine(),
                                used.words() + " may issue certificates (CA:TRUE)")
                        .build());
            }
        }
        return outcome.build();
    }
}
