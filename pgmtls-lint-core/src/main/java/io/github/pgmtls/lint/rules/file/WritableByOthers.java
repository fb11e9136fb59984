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
            ROLES.forEach(role -> cluster.file(role)
                    .ifPresent(file -> file.content().ifPresent(content -> files.put(content.path(), file))));
        }
        List<Finding> findings = new ArrayList<>();
        files.forEach((path, file) -> {
            Optional<FileFacts> facts = context.tree().facts(path).filter(own -> !own.tracked());
            facts.flatMap(FileFacts::posix)
                    .filter(posix -> (posix.mode() & OTHERS_WRITE) != 0)
                    .ifPresent(posix -> findings.add(context.finding(
                                    INFO,
                                    Location.of(file.content().orElseThrow()),
                                    file.role().words() + " has mode " + String.format("%04o", posix.mode())
                                            + ", so that everybody on the machine can write it")
                            .build()));
        });
        return RuleOutcome.of(findings);
    }
}
