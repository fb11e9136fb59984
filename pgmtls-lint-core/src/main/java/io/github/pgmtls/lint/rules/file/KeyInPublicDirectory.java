package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
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
            .claim(Claim.NOTHING)
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
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        Optional<ServerFile> key = context.cluster().file(Role.SERVER_KEY);
        if (key.isPresent() && key.get().setBy().isPresent()) {
            for (String directory : PUBLIC) {
                if (key.get().name().startsWith(directory)) {
                    String message = "private key in \"" + directory + "\"";
                    outcome.add(context.finding(INFO, key.get().setBy().get(), message)
                            .build());
                }
            }
        }
        return outcome.build();
    }
}
