package io.github.pgmtls.lint.rules.revocation;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;
import java.util.Optional;

/** Two places for revocation lists. */
final class CrlFileAndDirectory implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "crl-file-and-directory", Severity.INFO, "ssl_crl_file and ssl_crl_dir are both set")
            .because("""
                    Both count, and of the lists of one CA a current one is enough. The file is read at a start and a \
                    reload, the directory at every login: whoever renews one place and looks at the other wonders.""")
            .claim(Claim.NOTHING)
            .remedy("Keep all lists in one of the two.")
            .source("PostgreSQL documentation, section SSL; OpenSSL, X509_LOOKUP_hash_dir(3)")
            .since(14)
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\nssl_crl_dir = 'crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt")
                    .with("crl/readme.txt", ""))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\nssl_crl_file = 'root.crl'\n")
                    .withCredential("root.crt", "CN=Root | ca")
                    .withCredential("root.crl", "crl of root.crt"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        Optional<Location> list = cluster.file(Role.REVOCATION_LIST).flatMap(ServerFile::setBy);
        Optional<Location> directory = cluster.file(Role.REVOCATION_DIRECTORY).flatMap(ServerFile::setBy);
        if (list.isEmpty()
                || directory.isEmpty()
                || cluster.file(Role.CLIENT_CA).isEmpty()) {
            return RuleOutcome.of(List.of());
        }
        return RuleOutcome.of(List.of(
                context.finding(INFO, directory.get(), "revocation lists are read from a file and from a directory")
                        .related(list.get(), "the file")
                        .build()));
    }
}
