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

/** Certificates in ssl_cert_file in the wrong order, or that do not belong there. */
final class ServerChainOrder implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "server-chain-order", Severity.ERROR, "the server's own certificate is not the first of its file")
            .because("""
                    The server takes the first certificate of ssl_cert_file for its own and does not start if the \
                    private key does not belong to it. The order of the others does not matter; those that are not \
                    on the path to the root are of no use, and tell others what they need not know.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Put the server's own certificate first, then the intermediates, and nothing else.")
            .source("be_tls_init in be-secure-openssl.c; OpenSSL, SSL_CTX_use_certificate_chain_file(3)")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("leaf", "CN=db1 | dns db1.example.com | by server.crt | for servers | elsewhere")
                    .withCredential("server.crt", "CN=Issuing CA | by root | ca | with leaf"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("ca", "CN=Issuing CA | by root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by ca | for servers | with ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<ServerChain> chain = ServerChain.of(context);
        if (chain.isEmpty() || context.loaded().keyMismatch().isPresent()) {
            return RuleOutcome.notApplicable("there is no chain to look at, or the private key does not belong to it");
        }
        Certificate own = chain.get().own();
        List<Certificate> rest = chain.get().rest();
        boolean isTheServer = context.loaded()
                .key()
                .flatMap(key -> key.belongsTo(own.publicKey()))
                .orElse(false);
        Optional<Certificate> issued = rest.stream()
                .filter(other -> !isTheServer)
                .filter(other -> other.issuer().equals(own.subject()) && !other.equals(own))
                .filter(other -> context.signatures().isSignedBy(other, own))
                .findFirst();
        if (issued.isPresent()) {
            return RuleOutcome.of(List.of(context.finding(
                            INFO,
                            own.place().firstLine(),
                            "the first certificate is that of the CA which has issued \""
                                    + issued.get().subject() + "\" behind it")
                    .related(issued.get().place().firstLine(), "this should be the first")
                    .build()));
        }
        List<Certificate> path = chain.get().path(context.signatures());
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        rest.stream()
                .filter(other -> !path.contains(other))
                .forEach(other -> outcome.add(context.finding(
                                INFO,
                                other.place().firstLine(),
                                "\"" + other.subject() + "\" is not on the path of the server certificate")
                        .severity(Severity.WARNING)
                        .build()));
        return outcome.build();
    }
}
