package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whoever must show a certificate under TLS gets in without one by leaving TLS away. */
final class PlaintextBypass extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "plaintext-bypass",
                    Severity.ERROR,
                    "users who must show a certificate under TLS get in without TLS and without one")
            .because("""
                    hostssl records never match a connection without TLS, so for those a later host record decides. \
                    Clients with the default sslmode=prefer try it by themselves when the certificate is refused.""")
            .claim(Claim.LETS_IN)
            .remedy("Write hostssl instead of host, or put hostnossl all all all reject above it.")
            .source("PostgreSQL documentation, sections The pg_hba.conf File and SSL Support in libpq")
            .bad(Example.hba("hostssl  all  app1  all  cert\nhost     all  all   all  scram-sha-256\n"))
            .good(Example.hba("hostssl  all  app1  all  cert\nhostssl  all  all   all  scram-sha-256\n"));

    PlaintextBypass() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Set<HbaRecord> blamed = new HashSet<>();
        CertificateDoors.of(context).byRecord().forEach((demanding, doors) -> {
            Deciders open = doors.withoutTls();
            Optional<Decider> door =
                    open.all().stream().filter(d -> d.witness().certain()).findFirst();
            if (door.isPresent()) {
                if (blamed.add(door.get().record().orElseThrow())) {
                    outcome.add(finding(context, demanding, door.get()));
                }
            } else if (!open.surelyNone()) {
                outcome.inconclusive(
                        "whether these users get in without TLS depends on role membership, host names or other facts "
                                + "that the files do not tell",
                        demanding.location());
            }
        });
    }

    private static Finding finding(ClusterContext context, HbaRecord demanding, Decider door) {
        HbaRecord record = door.record().orElseThrow();
        String message = door.witness().connection().phrase() + " gets in without TLS and without a certificate, by \""
                + door.decision().phrase() + "\"";
        return context.finding(INFO, record.typeLocation(), message)
                .severity(context.isLocal(record) ? Severity.WARNING : Severity.ERROR)
                .related(demanding.location(), "this record demands a certificate, but only under TLS")
                .build();
    }
}
