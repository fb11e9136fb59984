package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.Crl;
import java.util.List;

/** A revoked certificate that is still in use. */
final class CertificateRevoked implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "certificate-revoked", Severity.ERROR, "a certificate in use is on a revocation list")
            .because("""
                    Whoever checks revocation refuses it: the server a client's, and a client with sslcrl the \
                    server's. And somebody had a reason to revoke it.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Issue a new certificate with a new key.")
            .source("RFC 5280, section 5.3")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients")
                    .withCredential("root.crl", "crl of root.crt | revokes clients/app1.crt"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients")
                    .withCredential("root.crl", "crl of root.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<UsedCertificate> all = UsedCertificate.of(context.cluster().credentials());
        List<Crl> lists = RevocationLists.known(context);
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (UsedCertificate used : all) {
            lists.stream()
                    .filter(list -> list.revokes(used.certificate()))
                    .filter(list -> all.stream()
                            .map(UsedCertificate::certificate)
                            .filter(issuer -> issuer.subject().equals(list.issuer()))
                            .anyMatch(issuer -> context.signatures().isSignedBy(list, issuer)))
                    .findFirst()
                    .ifPresent(list -> outcome.add(
                            context.finding(INFO, used.certificate().place().firstLine(), used.words() + " is revoked")
                                    .related(list.place().firstLine(), "this list revokes it")
                                    .build()));
        }
        return outcome.build();
    }
}
