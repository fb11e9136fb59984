package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.source.FileFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody on the machine can change who gets in. */
final class WritableByOthers implements TreeRule {

    private static final int OTHERS_WRITE = 0002;

    private static final List<Role> ROLES =
            List.of(Role.SETTINGS, Role.HBA, Role.IDENT, Role.SERVER_CERTIFICATE, Role.CLIENT_CA, Role.REVOCATION_LIST);

    private static final RuleInfo INFO = RuleInfo.of(
                    "writable-by-others", Severity.WARNING, "everybody on the machine can change who gets in")
            .because("""
                    The server checks the mode of its private key and of nothing else. Whoever can write pg_hba.conf, \
                    pg_ident.conf or ssl_ca_file makes himself a superuser at the next reload. Of files that git \
                    tracks nothing is said, as it stores no mode.""")
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
    public RuleOutcome check(TreeContext context) {
        Map<String, ServerFile> files = new LinkedHashMap<>();
        for (Cluster cluster : context.clusters()) {
            for (ServerFile file : cluster.files().values()) {
                if (ROLES.contains(file.role()) && file.content().isPresent()) {
                    files.put(file.content().get().path(), file);
                }
            }
        }
        List<Finding> findings = new ArrayList<>();
        for (Map.Entry<String, ServerFile> file : files.entrySet()) {
            Optional<FileFacts.Posix> posix = context.tree().posix(file.getKey());
            if (posix.isPresent() && (posix.get().mode() & OTHERS_WRITE) != 0 && !isTracked(context, file.getKey())) {
                findings.add(finding(context, file.getValue(), posix.get()));
            }
        }
        return RuleOutcome.of(findings);
    }

    /** Git stores no such mode, so that a checkout tells nothing of the server. */
    private static boolean isTracked(TreeContext context, String path) {
        return context.tree().facts(path).filter(FileFacts::tracked).isPresent();
    }

    private static Finding finding(TreeContext context, ServerFile file, FileFacts.Posix posix) {
        String message = file.role().words() + " has mode " + String.format("%04o", posix.mode())
                + ", so that everybody on the machine can write it";
        return context.finding(INFO, Location.of(file.content().orElseThrow()), message)
                .build();
    }
}
