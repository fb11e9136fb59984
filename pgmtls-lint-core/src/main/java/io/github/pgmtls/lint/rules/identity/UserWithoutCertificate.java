package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.identity.CertificateIdentity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.syntax.AuthToken;
import io.github.pgmtls.lint.x509.Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A record is for a user who has no certificate. */
final class UserWithoutCertificate implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "user-without-certificate",
                    Severity.INFO,
                    "a record or a map takes a name from a certificate, and there is no certificate with that name")
            .because("""
                    The record or the row is for nobody, or its name is misspelt. It is looked for only where \
                    pgmtls.yaml says that all client certificates are here.""")
            .claim(Claim.NOTHING)
            .remedy("Issue the certificate, correct the name, or delete it.")
            .source("PostgreSQL documentation, sections Certificate Authentication and User Name Maps")
            .bad(Example.hba("hostssl  all  app1,app2  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {client-certificates-complete: true}}\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"))
            .good(Example.hba("hostssl  all  app1  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                    .with("pgmtls.yaml", "clusters: {db: {client-certificates-complete: true}}\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        if (!cluster.definition().clientCertificatesComplete()) {
            return RuleOutcome.notApplicable("nobody says that all client certificates are here");
        }
        List<Certificate> leaves = cluster.credentials().clients().stream()
                .flatMap(file -> file.certificates().stream().limit(1))
                .toList();
        Map<String, AuthToken> unknown = new LinkedHashMap<>();
        for (HbaRecord record : cluster.meantRecords()) {
            if (record.clientCert() == ClientCert.VERIFY_FULL) {
                wanted(cluster, record)
                        .filter(token -> !isAmong(leaves, record, token.value()))
                        .forEach(token -> unknown.putIfAbsent(token.value(), token));
            }
        }
        return RuleOutcome.of(unknown.values().stream()
                .map(token -> context.finding(
                                INFO,
                                HbaRecord.locationOf(token),
                                "no client certificate has the name \"" + MapRows.words(token) + "\"")
                        .about(MapRows.words(token))
                        .build())
                .toList());
    }

    /** Returns the names that a record or its map writes out. */
    private static Stream<AuthToken> wanted(Cluster cluster, HbaRecord record) {
        return record.map().isPresent()
                ? cluster.mappings().stream()
                        .filter(row -> row.map().value().equals(record.map().get()) && !row.isSystemNameRegex())
                        .map(IdentMapping::systemName)
                : record.users().stream()
                        .filter(user -> user.kind() == NamePattern.Kind.LITERAL)
                        .map(NamePattern::token);
    }

    private static boolean isAmong(List<Certificate> leaves, HbaRecord record, String name) {
        return leaves.stream()
                .anyMatch(leaf -> CertificateIdentity.nameFor(record, leaf)
                        .filter(name::equals)
                        .isPresent());
    }
}
