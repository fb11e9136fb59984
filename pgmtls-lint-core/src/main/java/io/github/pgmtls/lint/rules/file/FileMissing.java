package io.github.pgmtls.lint.rules.file;

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
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.Optional;

/** postgresql.conf names a file that is not there. */
final class FileMissing implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "file-missing", Severity.ERROR, "postgresql.conf names a file that the repository does not have")
            .because("""
                    The server does not start without the certificates, revocation lists and authentication files that \
                    its settings name; at a reload it keeps the old ones. Relative ssl_*_file paths start at the data \
                    directory. A private key that is missing is only listed as not checked: keys are rightly kept out \
                    of git.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("""
                    Add the file or correct the path. If the server gets the file in another way, list it under \
                    kept-elsewhere in pgmtls.yaml, or map its server path to a path in the repository.""")
            .source("PostgreSQL documentation, sections SSL and File Locations; be_tls_init in be-secure-openssl.c")
            .bad(Example.conf("ssl = on\nssl_ca_file = 'rooot.crt'\n").withCredential("root.crt", "CN=Root | ca"))
            .good(Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").withCredential("root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (Role role : Role.values()) {
            Optional<ServerFile> file = context.cluster().file(role);
            if (file.isPresent() && file.get().isMissing()) {
                judge(context, file.get(), outcome);
            } else if (file.isPresent() && file.get().isMisnamed()) {
                misnamed(context, file.get(), outcome);
            }
        }
        return outcome.build();
    }

    private static void judge(ClusterContext context, ServerFile file, RuleOutcome.Builder outcome) {
        String name = ByteText.decode(file.name());
        String what = file.role().words() + " \"" + name + "\"";
        if (file.setBy().isEmpty() || file.role() == Role.SERVER_KEY) {
            if (isExpected(context, file)) {
                outcome.inconclusive(what + " is not in the repository", file.setBy());
            }
            return;
        }
        outcome.add(context.finding(
                        INFO,
                        file.setBy().get(),
                        what + " is not in the repository (looked for "
                                + file.path().orElse(name) + ")")
                .serverSays(ByteText.decode(file.serverMessage()))
                .build());
    }

    private static void misnamed(ClusterContext context, ServerFile file, RuleOutcome.Builder outcome) {
        String name = ByteText.decode(file.name());
        Location place = file.setBy().orElseGet(() -> Location.of(SourceFile.ofText(name, "")));
        String message = file.role().words() + " \"" + name + "\" is not opened: a slash makes a directory of a file";
        outcome.add(context.finding(INFO, place, message)
                .serverSays(ByteText.decode(file.serverMessage()))
                .build());
    }

    /** A default certificate plays no part while TLS is off, and a pg_ident.conf that is not there holds no map. */
    private static boolean isExpected(ClusterContext context, ServerFile file) {
        return switch (file.role()) {
            case SERVER_CERTIFICATE, SERVER_KEY -> context.cluster().tls().orElse(false);
            case HBA -> true;
            default -> false;
        };
    }
}
