package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.DistinguishedName;
import java.util.Set;
import java.util.stream.Collectors;

/** A CA that has issued no client. */
final class AuthorityWithoutClients implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "authority-without-clients", Severity.INFO, "ssl_ca_file holds a CA that has issued no client")
            .because("""
                    Each CA in ssl_ca_file can make users. One that none of the clients needs only adds to those who \
                    can. It is looked for only where pgmtls.yaml says that all client certificates are here.""")
            .claim(Claim.NOTHING)
            .remedy("Take it out of ssl_ca_file.")
            .source("PostgreSQL documentation, section Using Client Certificates")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {client-certificates-complete: true}}\n")
                    .withCredential("old", "CN=Old Root | ca | elsewhere")
                    .withCredential("root.crt", "CN=Root | ca | with old")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {client-certificates-complete: true}}\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (!context.cluster().definition().clientCertificatesComplete()) {
            return RuleOutcome.notApplicable("nobody says that all client certificates are here");
        }
        Set<DistinguishedName> used = context.clientPaths().stream()
                .flatMap(path -> path.result().path().stream())
                .map(Certificate::subject)
                .collect(Collectors.toSet());
        return RuleOutcome.of(context.authorityPaths().stream()
                .filter(path -> path.isMeantToIssue() && path.isLowest(context.authorityPaths()))
                .map(AuthorityPath::authority)
                .filter(authority -> !used.contains(authority.subject()))
                .map(authority -> context.finding(
                                INFO,
                                authority.place().firstLine(),
                                "\"" + authority.subject() + "\" has issued none of the client certificates")
                        .build())
                .toList());
    }
}
