package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decider;
import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A record demands certificates of every client with an IPv4 address, and another one lets IPv6 in without. */
final class AddressFamilyHole extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "address-family-hole",
                    Severity.WARNING,
                    "a record demands certificates of all addresses of one family; the other family gets in without")
            .because("""
                    0.0.0.0/0 is every IPv4 address and no IPv6 address; ::/0 is the other way round. Only all stands \
                    for both. A client that reaches the server by the other family is decided by a later record.""")
            .claim(Claim.LETS_IN)
            .remedy("Write all instead of 0.0.0.0/0 or ::/0.")
            .source("PostgreSQL documentation, section The pg_hba.conf File")
            .bad(Example.hba("hostssl  all  app1  0.0.0.0/0  cert\nhostssl  all  all   all        scram-sha-256\n"))
            .good(Example.hba("hostssl  all  app1  all  cert\nhostssl  all  all   all  scram-sha-256\n"));

    private static final int ENOUGH = 8;

    AddressFamilyHole() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Set<HbaRecord> blamed = new HashSet<>();
        Unclear unclear = new Unclear();
        CertificateDoors.of(context).byRecord().forEach((demanding, doors) -> {
            if (!(demanding.address() instanceof Network network)
                    || network.mask().prefixLength() != 0) {
                return;
            }
            boolean v6 = !network.mask().v6();
            Network otherFamily = new Network(IpAddress.mask(v6, 0), IpAddress.mask(v6, 0));
            Region hole = Region.of(demanding).over(Transport.TLS).from(List.of(otherFamily));
            Deciders open = context.reachability().deciders(hole, Decision::admitsWithoutCertificate, ENOUGH);
            unclear.firstCertain(demanding, open, door -> isHole(context, door, doors))
                    .filter(door -> blamed.add(door.record().orElseThrow()))
                    .ifPresent(door -> outcome.add(finding(context, demanding, door)));
        });
        unclear.tell(outcome, "leaves the other address family without certificates");
    }

    private static boolean isHole(ClusterContext context, Decider door, CertificateDoors.Doors doors) {
        return door.record()
                .filter(record ->
                        record.method() != AuthMethod.TRUST && !context.isLocal(record) && !doors.blame(record))
                .isPresent();
    }

    private static Finding finding(ClusterContext context, HbaRecord demanding, Decider door) {
        String message = door.witness().connection().phrase() + " gets in without a certificate, by line "
                + door.record().orElseThrow().lineNumber() + " with \""
                + door.decision().phrase() + "\"";
        return context.finding(
                        INFO,
                        HbaRecord.locationOf(demanding.line().fields().get(3).first()),
                        message)
                .related(door.record().orElseThrow().location(), "this record lets them in")
                .build();
    }
}
