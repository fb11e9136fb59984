package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.FileFacts;
import java.util.List;
import java.util.Optional;

/** A private key with a mode that the server refuses. */
final class KeyPermissions implements ClusterRule {

    private static final int ROOT = 0;
    private static final int REFUSED_IF_OWN = 0077;
    private static final int REFUSED_IF_ROOT = 0037;

    private static final RuleInfo INFO = RuleInfo.of(
                    "key-permissions", Severity.ERROR, "the mode of the server's private key is too wide")
            .because("""
                    The server refuses a private key that group or others can access; if root owns it, the group may \
                    read. It does not start then, and at a reload keeps the old TLS configuration. The mode of a key \
                    that git tracks says nothing, as git stores none; such a key is a finding of its own.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Run chmod 0600 on the key, or give it to root with mode 0640.")
            .source("check_ssl_key_file_permissions in be-secure-common.c")
            .bad(Example.conf("ssl = on\nssl_key_file = 'server.key'\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt | mode 0644"))
            .good(Example.conf("ssl = on\nssl_key_file = 'server.key'\n")
                    .withCredential("server.crt", "CN=db1")
                    .withCredential("server.key", "key of server.crt | mode 0600"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Optional<ServerFile> key = context.cluster().file(ServerFile.Role.SERVER_KEY);
        Optional<FileFacts> facts = key.flatMap(ServerFile::facts);
        if (key.isEmpty() || key.get().content().isEmpty() || facts.isEmpty()) {
            return RuleOutcome.notApplicable("the private key is kept elsewhere");
        }
        if (facts.get().tracked()) {
            return RuleOutcome.notApplicable("git tracks the private key and stores no mode");
        }
        Optional<FileFacts.Posix> posix = facts.get().posix();
        if (posix.isEmpty()) {
            return RuleOutcome.inconclusive("this file system knows no modes");
        }
        if (!isRefused(posix.get())) {
            return RuleOutcome.of(List.of());
        }
        Location place = Location.of(key.get().content().get());
        String message = "private key has mode " + posix.get().octalMode()
                + (posix.get().owner() == ROOT ? " and belongs to root" : "");
        return RuleOutcome.of(List.of(context.finding(INFO, place, message)
                .serverSays("private key file \"" + key.get().name() + "\" has group or world access")
                .build()));
    }

    /** Tells whether the server, and libpq of a client, refuses a key with this owner and mode. */
    static boolean isRefused(FileFacts.Posix posix) {
        return (posix.mode() & (posix.owner() == ROOT ? REFUSED_IF_ROOT : REFUSED_IF_OWN)) != 0;
    }
}
