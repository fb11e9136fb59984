package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClientPath;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.List;

/** A certificate in ssl_ca_file that may not issue others. */
final class NotAnAuthority implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "not-an-authority", Severity.ERROR, "a certificate in ssl_ca_file is not that of a CA")
            .because("""
                    Whatever such a certificate has issued is refused. If it is self-signed, it opens the door itself: \
                    its owner logs in with it, whatever its extensions say. Otherwise it has no effect: a certificate \
                    of a client or server cannot be trusted by putting it there.""")
            .claim(Claim.LETS_IN)
            .remedy("Put the certificate of the CA into ssl_ca_file, and nothing else.")
            .source("RFC 5280, section 4.2.1.9; OpenSSL, X509_check_ca(3)")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root | for servers"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root.crt | for servers"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Certificate> all =
                context.loaded().authorities().stream().distinct().toList();
        boolean none = all.stream().noneMatch(AuthorityPath::isMeantToIssue);
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Certificate certificate : all) {
            if (AuthorityPath.isMeantToIssue(certificate)) {
                continue;
            }
            boolean login = context.signatures().isSignedBy(certificate, certificate) && certificate.isSelfIssued();
            String effect = login ? "; who has its key can log in with it" : "; it has no effect";
            outcome.add(context.finding(
                            INFO,
                            certificate.place().firstLine(),
                            "\"" + certificate.subject() + "\" in ssl_ca_file is not a CA certificate" + effect)
                    .severity(none || hasIssued(context, certificate) ? Severity.ERROR : Severity.WARNING)
                    .build());
        }
        return outcome.build();
    }

    private static boolean hasIssued(ClusterContext context, Certificate certificate) {
        return context.clientPaths().stream()
                .map(ClientPath::leaf)
                .anyMatch(leaf -> !leaf.equals(certificate)
                        && leaf.issuer().equals(certificate.subject())
                        && context.signatures().isSignedBy(leaf, certificate));
    }
}
