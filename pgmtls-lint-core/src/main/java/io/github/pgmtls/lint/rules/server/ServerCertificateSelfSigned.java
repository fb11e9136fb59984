package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.List;
import java.util.Optional;

/** A server certificate that no CA has issued. */
final class ServerCertificateSelfSigned implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "server-certificate-self-signed", Severity.WARNING, "the server certificate is self-signed")
            .because("""
                    Only clients that have exactly this certificate can verify it, and each renewal is an outage for \
                    them. So most clients end with sslmode=require, which verifies nothing.""")
            .claim(Claim.NOTHING)
            .remedy("Let a CA issue the server certificate, and give clients the root of that CA.")
            .source("PostgreSQL documentation, section Creating Certificates")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root | for servers"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<ServerChain> chain = ServerChain.of(context).filter(own -> own.isSelfSigned(context.signatures()));
        boolean misplaced = chain.isPresent()
                && chain.get().rest().stream()
                        .anyMatch(other -> context.signatures()
                                .isSignedBy(other, chain.get().own()));
        if (chain.isEmpty() || misplaced) {
            return RuleOutcome.of(List.of());
        }
        Certificate own = chain.get().own();
        return RuleOutcome.of(List.of(context.finding(
                        INFO, own.place().firstLine(), "server certificate \"" + own.subject() + "\" is self-signed")
                .build()));
    }
}
