package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;

/** A server certificate whose only name is the CN. */
final class ServerNameOnlyInCn implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "server-name-only-in-cn",
                    Severity.WARNING,
                    "the server certificate has no subjectAltName, only a CN")
            .because("""
                    libpq and pgjdbc fall back to the CN, drivers in Go, .NET, Node.js or Rust do not. Where \
                    server-names are declared in pgmtls.yaml, each of them is looked at instead.""")
            .claim(Claim.NOTHING)
            .remedy("Issue it with every name and address that clients use as subjectAltName.")
            .source("RFC 9525, section 6.3; PostgreSQL documentation, section SSL Support in libpq")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1.example.com | by root | for servers"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1.example.com | by root | for servers | dns db1.example.com"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (!context.cluster().definition().serverNames().isEmpty()) {
            return RuleOutcome.notApplicable("each declared name is looked at");
        }
        return RuleOutcome.of(ServerChain.of(context)
                .map(ServerChain::own)
                .filter(own -> !ServerNameMissing.hasHostNames(own) && !ServerNameMissing.isNameless(own))
                .map(own -> context.finding(
                                INFO,
                                own.place().firstLine(),
                                "server certificate has no subjectAltName, only CN \""
                                        + ByteText.decode(
                                                own.subject().commonName().orElse("")) + "\"")
                        .build())
                .stream()
                .toList());
    }
}
