package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        List<HbaRecord> records = context.cluster().meantRecords();
        Map<HbaRecord, HbaRecord> doors = new LinkedHashMap<>();
        for (int i = 0; i < records.size(); i++) {
            HbaRecord demanding = records.get(i);
            boolean dead = records.subList(0, i).stream().anyMatch(earlier -> Covering.covers(earlier, demanding));
            if (demanding.demandsCertificate() && !dead) {
                plainDoor(demanding, records).ifPresent(door -> doors.putIfAbsent(door, demanding));
            }
        }
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        doors.forEach((door, demanding) -> outcome.add(context.finding(
                        INFO,
                        door.typeLocation(),
                        "without TLS this record lets in, by method \""
                                + door.method().keyword() + "\", whoever line " + demanding.lineNumber()
                                + " asks for a certificate")
                .severity(isLoopback(door.address()) ? Severity.WARNING : Severity.ERROR)
                .related(demanding.location(), "this record demands a certificate, but only under TLS")
                .build()));
        return outcome.build();
    }

    /** Returns the record by which some of those users get in without TLS. */
    private static Optional<HbaRecord> plainDoor(HbaRecord demanding, List<HbaRecord> records) {
        for (HbaRecord record : records) {
            boolean meets = record.type().matches(Transport.PLAIN)
                    && Covering.overlap(record.address(), demanding.address())
                    && Covering.overlap(record.databases(), demanding.databases())
                    && Covering.overlap(record.users(), demanding.users());
            if (!meets) {
                continue;
            }
            if (!Covering.isReject(record)) {
                return Optional.of(record);
            }
            boolean all = Covering.coversAddress(record.address(), demanding.address())
                    && Covering.coversNames(record.databases(), demanding.databases())
                    && Covering.coversNames(record.users(), demanding.users());
            if (all) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isLoopback(AddressPattern address) {
        return address instanceof AddressPattern.SameHost
                || (address instanceof AddressPattern.Network network
                        && (network.address().toString().equals("::1")
                                || network.address().toString().startsWith("127.")));
    }
}
