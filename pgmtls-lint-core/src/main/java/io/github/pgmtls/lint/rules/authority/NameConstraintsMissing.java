package io.github.pgmtls.lint.rules.authority;

import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.AuthorityPath;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;

/** A CA for everybody could be kept to some names. */
final class NameConstraintsMissing implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "name-constraints-missing",
                    Severity.INFO,
                    "a CA that is not for this server alone may issue certificates for every name")
            .because("""
                    An intermediate with nameConstraints for a part of the directory can issue nothing outside of it, \
                    and OpenSSL heeds that: what else the company's CA issues does not open this server then. It is \
                    looked for only where pgmtls.yaml declares client-ca: {dedicated: false}.""")
            .claim(Claim.NOTHING)
            .remedy("Let an intermediate of its own, with nameConstraints, issue the clients of this server.")
            .source("RFC 5280, section 4.2.1.10")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {client-ca: {dedicated: false}}}\n")
                    .withCredential("root.crt", "O=Corp,CN=Corp Root | ca"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {client-ca: {dedicated: false}}}\n")
                    .withCredential("root.crt", "O=Corp,CN=Corp Root | ca | within O=Corp"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        boolean shared = !context.cluster().definition().dedicatedClientCa().orElse(true);
        if (!shared) {
            return RuleOutcome.notApplicable("nobody declares that the CA of the clients is for others too");
        }
        return RuleOutcome.of(context.authorityPaths().stream()
                .filter(path -> path.isMeantToIssue() && path.isLowest(context.authorityPaths()))
                .filter(path -> path.result().isVerified()
                        && path.result().path().stream()
                                .allMatch(certificate ->
                                        certificate.nameConstraints().isEmpty()))
                .map(AuthorityPath::authority)
                .map(authority -> context.finding(
                                INFO,
                                authority.place().firstLine(),
                                "\"" + authority.subject() + "\" may issue certificates for every name")
                        .build())
                .toList());
    }
}
