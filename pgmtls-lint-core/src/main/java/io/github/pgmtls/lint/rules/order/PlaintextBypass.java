package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever must show a certificate under TLS gets in without one by leaving TLS away. */
final class PlaintextBypass implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "plaintext-bypass",
                    Severity.ERROR,
                    "users who must show a certificate under TLS get in without TLS and without one")
            .because("""
                    hostssl records never match a connection without TLS, so for those a later host record decides. \
                    Clients with the default sslmode=prefer try it by themselves when the certificate is refused.""")
            .remedy("Write hostssl instead of host, or put hostnossl all all all reject above it.")
            .source("PostgreSQL documentation, sections The pg_hba.conf File and SSL Support in libpq")
            .bad(Example.hba("hostssl  all  app1  all  cert\nhost     all  all   all  scram-sha-256\n"))
            .good(Example.hba("hostssl  all  app1  all  cert\nhostssl  all  all   all  scram-sha-256\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (context.cluster().hba().filter(hba -> !hba.isComplete()).isPresent()) {
            return RuleOutcome.inconclusive("pg_hba.conf includes files that are not in the linted directory");
        }
        List<HbaRecord> records = context.cluster().meantRecords();
        Set<HbaRecord> doors = new HashSet<>();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (int i = 0; i < records.size(); i++) {
            HbaRecord demanding = records.get(i);
            if (!demanding.demandsCertificate() || context.reachability().isShadowed(i)) {
                continue;
            }
            Region withoutTls = Region.of(demanding).over(Transport.PLAIN);
            Deciders open = context.reachability().deciders(withoutTls, Decision::admitsWithoutCertificate, 1);
            Optional<Decider> door = open.first().filter(d -> d.record().isPresent());
            if (door.isPresent() && door.get().witness().certain()) {
                if (doors.add(door.get().record().get())) {
                    outcome.add(finding(context, demanding, door.get()));
                }
            } else if (!open.surelyNone()) {
                outcome.inconclusive(
                        "whether these users get in without TLS depends on role membership, host names or other facts "
                                + "that the files do not tell",
                        demanding.location());
            }
        }
        return outcome.build();
    }

    private static Finding finding(ClusterContext context, HbaRecord demanding, Decider door) {
        HbaRecord record = door.record().orElseThrow();
        String message = door.witness().connection().phrase() + " gets in without TLS and without a certificate, by \""
                + door.decision().phrase() + "\"";
        return context.finding(INFO, record.typeLocation(), message)
                .severity(record.address().isLoopback() ? Severity.WARNING : Severity.ERROR)
                .related(demanding.location(), "this record demands a certificate, but only under TLS")
                .build();
    }
}
