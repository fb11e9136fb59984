package io.github.pgmtls.lint.rules.settings;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.HostFiles;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.Setting;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.util.List;
import java.util.Optional;

/** Records demand client certificates, but no CA is configured. */
final class SslCaFileUnset implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "ssl-ca-file-unset",
                    Severity.ERROR,
                    "records demand client certificates, but ssl_ca_file is not set")
            .because("""
                    Without ssl_ca_file the server never asks for a client certificate, and every login by such a \
                    record fails. A root.crt in the data directory is not loaded by itself since 9.2. The server starts \
                    without a word.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Set ssl_ca_file to the file with the CA of the clients.")
            .source("PostgreSQL documentation, section Using Client Certificates; ClientAuthentication in auth.c")
            .bad(Example.hba("hostssl  all  all  all  cert\n").with("postgresql.conf", "ssl = on\n"))
            .good(Example.hba("hostssl  all  all  all  cert\n")
                    .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                    .withCredential("root.crt", "CN=Root | ca"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Cluster cluster = context.cluster();
        Optional<HbaRecord> demanding = cluster.meantRecords().stream()
                .filter(HbaRecord::demandsCertificate)
                .findFirst();
        if (demanding.isEmpty()) {
            return RuleOutcome.notApplicable("no record demands a client certificate");
        }
        Optional<Settings> settings = cluster.settings();
        if (settings.isEmpty()) {
            return RuleOutcome.inconclusive(
                    "there is no postgresql.conf beside pg_hba.conf that could set ssl_ca_file");
        }
        if (cluster.hosts().filter(hosts -> !hosts.records().isEmpty()).isPresent()) {
            return hosts(context, demanding.get());
        }
        Optional<EffectiveSetting> ca = settings.get().effective("ssl_ca_file");
        if (ca.isEmpty() || !ca.get().isCertain()) {
            return RuleOutcome.inconclusive("ssl_ca_file depends on included files that could not be read");
        }
        if (!ca.get().value().orElse("").isEmpty()) {
            return RuleOutcome.of(List.of());
        }
        Location place = ca.get()
                .setting()
                .map(Setting::place)
                .orElseGet(() -> Location.of(settings.get().file()));
        FindingBuilder finding = context.finding(
                        INFO, place, "ssl_ca_file is not set, so no client certificate is checked")
                .related(demanding.get().location(), "this record demands a client certificate")
                .serverSays("client certificates can only be checked if a root certificate store is available");
        cluster.credentials()
                .spareRoot()
                .ifPresent(root -> finding.related(Location.of(root.file()), "this file is not loaded by itself")
                        .hint("Set ssl_ca_file = 'root.crt': the file is there, but not loaded by itself since 9.2."));
        return RuleOutcome.of(List.of(finding.build()));
    }

    /** From 19 on a record of pg_hosts.conf names the CA for its clients; then ssl_ca_file does nothing. */
    private static RuleOutcome hosts(ClusterContext context, HbaRecord demanding) {
        List<HostFiles> hosts = context.cluster().hostFiles();
        if (hosts.isEmpty()) {
            return RuleOutcome.inconclusive("pg_hosts.conf, which names the CA of each host, cannot be read in full");
        }
        boolean none = hosts.stream().allMatch(host -> host.entry().ca().isEmpty());
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (HostFiles host : hosts) {
            if (host.entry().ca().isEmpty()) {
                AuthLine line = host.entry().line();
                String message = "the record for \"" + ByteText.decode(host.names())
                        + "\" has no CA, so no client certificate is checked, whatever ssl_ca_file is";
                outcome.add(context.finding(INFO, new Location(line.file(), line.span(), ""), message)
                        .severity(none ? Severity.ERROR : Severity.WARNING)
                        .related(demanding.location(), "this record demands a client certificate")
                        .serverSays("client certificates can only be checked if a root certificate store is available")
                        .build());
            }
        }
        return outcome.build();
    }
}
