package io.github.pgmtls.lint.rules.file;

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
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.ArrayList;
import java.util.List;

/** A relative path that does not start where the file is. */
final class TlsFileBesideSettings implements ClusterRule {

    private static final List<Role> ROLES =
            List.of(Role.SERVER_CERTIFICATE, Role.SERVER_KEY, Role.CLIENT_CA, Role.REVOCATION_LIST);

    private static final RuleInfo INFO = RuleInfo.of(
                    "tls-file-beside-settings",
                    Severity.WARNING,
                    "a file of TLS lies beside postgresql.conf, and the server looks for it in the data directory")
            .because("""
                    Relative paths of TLS settings start at the data directory. Where data_directory is another \
                    directory than that of postgresql.conf, as on Debian, the server does not find the file and does \
                    not start.""")
            .claim(Claim.REFUSES_FILES)
            .remedy("Write the absolute path.")
            .source("PostgreSQL documentation, sections SSL and File Locations")
            .bad(Example.conf("data_directory = '/var/lib/pg'\nssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca"))
            .good(Example.conf("data_directory = '/var/lib/pg'\nssl = on\nssl_ca_file = '/etc/pg/root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (ServerFile file : context.cluster().files().values()) {
            if (ROLES.contains(file.role()) && file.setBy().isPresent() && isOnlyBeside(context, file)) {
                String message = "the server looks for \"" + ByteText.decode(file.name())
                        + "\" in the data directory, not beside postgresql.conf";
                findings.add(context.finding(INFO, file.setBy().get(), message).build());
            }
        }
        return RuleOutcome.of(findings);
    }

    private static boolean isOnlyBeside(ClusterContext context, ServerFile file) {
        String directory = context.cluster().directory();
        return !file.name().startsWith("/")
                && file.read().isEmpty()
                && !file.keptElsewhere()
                && ServerPaths.within(directory, file.name())
                        .filter(path -> context.tree().read(path) instanceof FileRead.Content)
                        .isPresent();
    }
}
