package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file stands where it usually is read, and postgresql.conf names another one. */
final class AuthenticationFileUnused implements ClusterRule {

    private static final Map<Role, String> USUAL = Map.of(Role.HBA, "pg_hba.conf", Role.IDENT, "pg_ident.conf");

    private static final RuleInfo INFO = RuleInfo.of(
                    "authentication-file-unused",
                    Severity.WARNING,
                    "there is a pg_hba.conf or pg_ident.conf that the server does not read")
            .because("""
                    hba_file and ident_file name the files that count. One with the usual name beside postgresql.conf \
                    is read by people and by nobody else.""")
            .claim(Claim.NOTHING)
            .remedy("Delete the file, or the setting.")
            .source("PostgreSQL documentation, section File Locations")
            .bad(Example.conf("hba_file = 'auth/hba.conf'\n")
                    .with("pg_hba.conf", "hostssl all all all cert\n")
                    .with("auth/hba.conf", "local all all peer\n"))
            .good(Example.conf("hba_file = 'auth/hba.conf'\n").with("auth/hba.conf", "local all all peer\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        Set<String> read = new HashSet<>();
        for (ServerFile file : cluster.files().values()) {
            read.add(file.path().orElse(""));
        }
        List<Finding> findings = new ArrayList<>();
        for (ServerFile file : cluster.files().values()) {
            String name = USUAL.getOrDefault(file.role(), "");
            String usual = ServerPaths.join(cluster.directory(), name);
            if (file.setBy().isPresent()
                    && !name.isEmpty()
                    && !read.contains(usual)
                    && context.tree().read(usual) instanceof FileRead.Content) {
                String message = "the server reads this file and not the " + name + " beside postgresql.conf";
                findings.add(context.finding(INFO, file.setBy().get(), message).build());
            }
        }
        return RuleOutcome.of(findings);
    }
}
