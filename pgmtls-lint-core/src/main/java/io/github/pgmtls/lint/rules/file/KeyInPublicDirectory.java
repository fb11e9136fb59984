package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;
import java.util.Optional;

/** The private key lies where certificates are meant to be. */
final class KeyInPublicDirectory implements ClusterRule {

    private static final List<String> PUBLIC = List.of("/etc/ssl/certs/", "/etc/pki/tls/certs/");

    private static final RuleInfo INFO = RuleInfo.of(
                    "key-in-public-directory", Severity.INFO, "the private key lies in a directory for certificates")
            .because("""
                    Everybody may list the system's directories for certificates, and tools copy what is in them. The \
                    mode of the key still guards it.""")
            .remedy("Keep the key in /etc/ssl/private, /etc/pki/tls/private or the data directory.")
            .source("Debian ssl-cert, README; Filesystem Hierarchy Standard, section 3.7")
            .bad(Example.conf("ssl = on\nssl_key_file = '/etc/ssl/certs/server.key'\n"))
            .good(Example.conf("ssl = on\nssl_key_file = '/etc/ssl/private/server.key'\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<ServerFile> key = context.cluster()
                .file(Role.SERVER_KEY)
                .filter(file -> PUBLIC.stream().anyMatch(file.name()::startsWith));
        return RuleOutcome.of(key
                .flatMap(ServerFile::setBy)
                .map(place -> context.finding(
                                INFO,
                                place,
                                "private key in \""
                                        + PUBLIC.stream()
                                                .filter(key.get().name()::startsWith)
                                                .findFirst()
                                                .orElse("") + "\"")
                        .build())
                .stream()
                .toList());
    }
}
