package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;

/** The root in the chain that the server sends. */
final class ServerChainIncludesRoot implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "server-chain-includes-root", Severity.INFO, "the server sends the root along")
            .because("Clients trust only the root that they have themselves; sending it costs bytes and does no harm.")
            .claim(Claim.NOTHING)
            .remedy("Leave the root out of ssl_cert_file.")
            .source("RFC 8446, section 4.4.2")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root | for servers | with root"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root | for servers"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(ServerChain.of(context)
                .map(chain -> chain.path(context.signatures()))
                .filter(path -> path.size() > 1)
                .map(path -> path.get(path.size() - 1))
                .filter(Certificate::isSelfIssued)
                .map(root -> context.finding(
                                INFO,
                                root.place().firstLine(),
                                "the server sends root \"" + root.subject() + "\" along")
                        .build())
                .stream()
                .toList());
    }
}
