package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.x509.Certificate;

/** A wildcard that matches nothing, or too much. */
final class WildcardName implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "wildcard-name", Severity.ERROR, "a wildcard in the server certificate matches nothing or too much")
            .because("""
                    libpq lets a wildcard stand for one whole label at the left, as in *.example.com, and nowhere \
                    else. But it has no list of public suffixes: *.com matches example.com.""")
            .claim(Claim.NOTHING)
            .remedy("Name the hosts, or use a wildcard for one label below your own domain.")
            .source("wildcard_certificate_match in fe-secure-common.c; RFC 9525, section 6.3")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | by root | for servers | dns db*.example.com"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | by root | for servers | dns *.example.com"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        ServerChain.of(context)
                .map(ServerChain::own)
                .ifPresent(own -> own.dnsNames().stream()
                        .filter(name -> name.contains("*"))
                        .forEach(name -> judge(context, own, name, outcome)));
        return outcome.build();
    }

    private static void judge(ClusterContext context, Certificate own, String name, RuleOutcome.Builder outcome) {
        boolean wellFormed = name.startsWith("*.") && name.length() > 2 && name.indexOf('*', 1) < 0;
        boolean broad = wellFormed && name.indexOf('.', 2) < 0;
        if (wellFormed && !broad) {
            return;
        }
        String effect = broad ? " matches every name in that domain" : " never matches";
        outcome.add(context.finding(
                        INFO,
                        own.place().firstLine(),
                        "wildcard \"" + ByteText.decode(name) + "\" in the server certificate" + effect)
                .about(ByteText.decode(name))
                .severity(broad ? Severity.WARNING : Severity.ERROR)
                .build());
    }
}
