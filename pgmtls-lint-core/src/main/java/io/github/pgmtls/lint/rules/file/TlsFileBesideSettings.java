package io.github.pgmtls.lint.rules.file;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.source.ByteText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A relative path that does not start where the file is. */
final class TlsFileBesideSettings implements TreeRule {

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
    public RuleOutcome check(TreeContext context) {
        Set<String> paths = new HashSet<>(context.paths());
        List<Finding> findings = new ArrayList<>();
        for (Cluster cluster : context.clusters()) {
            String directory = cluster.directory().isEmpty() ? "" : cluster.directory() + "/";
            for (Role role : ROLES) {
                cluster.file(role)
                        .filter(file -> file.setBy().isPresent()
                                && !file.name().startsWith("/")
                                && file.read().isEmpty()
                                && !file.keptElsewhere()
                                && paths.contains(directory + file.name()))
                        .ifPresent(file -> findings.add(context.finding(
                                        INFO,
                                        file.setBy().orElseThrow(),
                                        "the server looks for \"" + ByteText.decode(file.name())
                                                + "\" in the data directory, not beside postgresql.conf")
                                .build()));
            }
        }
        return RuleOutcome.of(findings);
    }
}
