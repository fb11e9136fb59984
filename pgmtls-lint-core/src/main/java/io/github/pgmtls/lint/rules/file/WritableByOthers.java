package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.FileFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everybody on the machine can change who gets in. */
final class WritableByOthers implements ClusterRule {

    private static final int OTHERS_WRITE = 0002;

    private static final List<Role> ROLES =
            List.of(Role.SETTINGS, Role.HBA, Role.IDENT, Role.SERVER_CERTIFICATE, Role.CLIENT_CA, Role.REVOCATION_LIST);

    private static final RuleInfo INFO = RuleInfo.of(
                    "writable-by-others", Severity.WARNING, "everybody on the machine can change who gets in")
            .because("""
                    The server checks the mode of its private key and of nothing else. Whoever can write pg_hba.conf, \
                    pg_ident.conf or ssl_ca_file makes himself a superuser at the next reload. Of files that git \
                    tracks nothing is said, as it stores no mode.""")
            .claim(Claim.NOTHING)
            .remedy("Run chmod o-w on the file.")
            .source("PostgreSQL documentation, section Preventing Server Spoofing; be-secure-common.c")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | mode 0666"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca | mode 0644"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (ServerFile file : context.cluster().files().values()) {
            if (ROLES.contains(file.role()) && file.content().isPresent()) {
                String path = file.content().get().path();
                Optional<FileFacts.Posix> posix = context.tree().posix(path);
                if (posix.isPresent() && (posix.get().mode() & OTHERS_WRITE) != 0 && !isTracked(context, path)) {
                    findings.add(finding(context, file, posix.get()));
                }
            }
        }
        return RuleOutcome.of(findings);
    }

    /** Git stores no such mode, so that a checkout tells nothing of the server. */
    private static boolean isTracked(ClusterContext context, String path) {
        return context.tree().facts(path).filter(FileFacts::tracked).isPresent();
    }

    private static Finding finding(ClusterContext context, ServerFile file, FileFacts.Posix posix) {
        String message = file.role().words() + " has mode " + posix.octalMode()
                + ", so that everybody on the machine can write it";
        return context.finding(INFO, Location.of(file.content().orElseThrow()), message)
                .build();
    }
}
