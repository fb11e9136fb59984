package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import java.util.regex.Pattern;

/** A host name in the server certificate that is none. */
final class HostNameMalformed implements ClusterRule {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|.*:.*:.*");
    private static final Pattern HOST =
            Pattern.compile("(?i)(\\*\\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

    private static final RuleInfo INFO = RuleInfo.of(
                    "host-name-malformed",
                    Severity.WARNING,
                    "a DNS name in the server certificate is not the name of a host")
            .because("""
                    Names are compared letter by letter: one with a scheme, a port, a blank, an underscore, a final \
                    dot or letters beyond ASCII matches no host, or only who types exactly that; an address among the \
                    DNS names is found by libpq alone.""")
            .claim(Claim.NOTHING)
            .remedy("Issue it with plain host names, and with addresses as iPAddress.")
            .source("RFC 5280, section 4.2.1.6; RFC 1034, section 3.5; RFC 9525, section 6")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | by root | for servers | dns db1.example.com:5432"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=db1 | by root | for servers | dns db1.example.com"));

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
                        .filter(name -> !name.contains("*") || name.startsWith("*."))
                        .filter(name -> ADDRESS.matcher(name).matches()
                                || !HOST.matcher(name).matches())
                        .forEach(name -> outcome.add(context.finding(
                                        INFO, own.place().firstLine(), "\"" + ByteText.decode(name) + "\"" + what(name))
                                .about(ByteText.decode(name))
                                .build())));
        return outcome.build();
    }

    private static String what(String name) {
        return ADDRESS.matcher(name).matches()
                ? " stands among the DNS names of the server certificate, but is an address"
                : " in the server certificate is not the name of a host";
    }
}
