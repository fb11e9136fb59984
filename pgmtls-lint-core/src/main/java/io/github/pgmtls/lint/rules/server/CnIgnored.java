package io.github.pgmtls.lint.rules.server;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.HostNameRules;
import java.util.regex.Pattern;

/** A CN that looks like a host name but is not looked at. */
final class CnIgnored implements ClusterRule {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

    private static final RuleInfo INFO = RuleInfo.of(
                    "cn-ignored", Severity.INFO, "the CN of the server certificate is a host name that no client finds")
            .because("As soon as a certificate has a DNS name as subjectAltName, no client looks at its CN.")
            .claim(Claim.NOTHING)
            .remedy("Add the name to the subjectAltName if clients use it.")
            .source("pq_verify_peer_name_matches_certificate in fe-secure-common.c; RFC 9525, section 6.3")
            .bad(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential("server.crt", "CN=pg.example.com | by root | for servers | dns db1.example.com"))
            .good(Example.conf("ssl = on\nssl_cert_file = 'server.crt'\n")
                    .withCredential("root", "CN=Root | ca | elsewhere")
                    .withCredential(
                            "server.crt", "CN=PostgreSQL server | by root | for servers | dns db1.example.com"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(ServerChain.of(context)
                .map(ServerChain::own)
                .filter(own -> !own.dnsNames().isEmpty())
                .flatMap(own -> own.subject()
                        .commonName()
                        .filter(name -> HOST.matcher(name).matches())
                        .filter(name ->
                                !context.cluster().definition().serverNames().contains(name))
                        .filter(name -> !HostNameRules.LIBPQ_15.match(own, name).matches())
                        .map(name -> context.finding(
                                        INFO,
                                        own.place().firstLine(),
                                        "CN \"" + name + "\" of the server certificate is not among its DNS names")
                                .build()))
                .stream()
                .toList());
    }
}
