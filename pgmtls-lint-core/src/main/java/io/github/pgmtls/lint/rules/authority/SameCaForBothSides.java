package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.UsedCertificate;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.Purpose;
import java.util.List;
import java.util.Optional;

/** One CA for servers and clients, without a sharp line between them. */
final class SameCaForBothSides implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "same-ca-for-both-sides",
                    Severity.WARNING,
                    "one CA issues server and client certificates that are good for both")
            .because("""
                    Clients that trust the CA take a client's certificate for the server's, and the server lets in \
                    whoever has a server's certificate. Where every certificate says by extendedKeyUsage that it is \
                    for one side only, one CA will do.""")
            .claim(Claim.LETS_IN)
            .remedy("Issue certificates for one side only, or use one CA for servers and another for clients.")
            .source("RFC 5280, section 4.2.1.12")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential(
                            "server.crt", "CN=db1 | dns db1.example.com | by root.crt | for servers and clients"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root.crt | for servers"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<Certificate> anchor = serverAnchor(context);
        boolean sharp = UsedCertificate.of(context.cluster().credentials()).stream()
                .filter(UsedCertificate::isLeaf)
                .allMatch(used -> isForOneSide(used.certificate()));
        if (anchor.isEmpty() || sharp) {
            return RuleOutcome.of(List.of());
        }
        return RuleOutcome.of(List.of(context.finding(
                        INFO,
                        anchor.get().place().firstLine(),
                        "\"" + anchor.get().subject() + "\" in ssl_ca_file has issued the server certificate too")
                .related(context.loaded().chain().get(0).place().firstLine(), "the server certificate")
                .build()));
    }

    /** Returns the certificate of ssl_ca_file below which the server's own is. */
    private static Optional<Certificate> serverAnchor(ClusterContext context) {
        List<Certificate> chain = context.loaded().chain();
        if (chain.isEmpty() || chain.get(0).isSelfIssued()) {
            return Optional.empty();
        }
        return context.clientVerifier()
                .map(verifier -> verifier.verify(
                        chain.get(0), chain.subList(1, chain.size()), Purpose.SSL_SERVER, context.now()))
                .map(result -> result.path().get(result.path().size() - 1))
                .filter(context.loaded().authorities()::contains);
    }

    private static boolean isForOneSide(Certificate certificate) {
        return certificate.extendedKeyUsage().isPresent()
                && !(Purpose.SSL_CLIENT.isAllowedByExtendedKeyUsage(certificate)
                        && Purpose.SSL_SERVER.isAllowedByExtendedKeyUsage(certificate));
    }
}
