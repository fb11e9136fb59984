package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A record for many lets a superuser in by certificate. */
final class SuperuserByCert extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "superuser-by-cert",
                    Severity.WARNING,
                    "a record for many users makes the bearer of a certificate with a superuser's name a superuser")
            .because("""
                    Without a map, the CN of the certificate is the user. Whoever the CA gives a certificate with \
                    CN=postgres is a superuser, if the record is for all, for a role that the superuser is in, or for a \
                    regular expression that matches. A record that names the superuser is taken as meant.""")
            .claim(Claim.LETS_IN)
            .remedy("Put hostssl all postgres all reject above, or a record for the superuser alone.")
            .source("PostgreSQL documentation, section Certificate Authentication")
            .bad(Example.hba("hostssl  all  all       10.0.0.0/8  cert\n"))
            .good(Example.hba(
                    "hostssl  all  postgres  all         reject\nhostssl  all  all       10.0.0.0/8  cert\n"));

    SuperuserByCert() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        if (context.cluster()
                .definition()
                .dedicatedClientCa()
                .filter(dedicated -> !dedicated)
                .isPresent()) {
            return; // superuser-by-shared-ca says so, for every such record
        }
        List<SuperuserDoors.Door> doors = SuperuserDoors.of(context).remote();
        Set<HbaRecord> seen = new HashSet<>();
        for (SuperuserDoors.Door door : doors) {
            HbaRecord record = door.record();
            if (record.clientCert() != ClientCert.VERIFY_FULL
                    || record.map().isPresent()
                    || record.usesDistinguishedName()
                    || !door.isGeneral()
                    || getsInWithout(doors, door.user())
                    || !seen.add(record)) {
                continue;
            }
            if (door.isCertain()) {
                String message = "a certificate with CN \"" + door.name() + "\" makes its bearer a superuser";
                outcome.add(context.finding(INFO, record.location(), message)
                        .about(door.name())
                        .build());
            } else {
                outcome.inconclusive(
                        "whether superuser \"" + door.name()
                                + "\" gets in here depends on role membership, host names or other facts that the files "
                                + "do not tell",
                        record.location());
            }
        }
    }

    /** Where no certificate is needed at all, other rules say so. */
    private static boolean getsInWithout(List<SuperuserDoors.Door> doors, String user) {
        return doors.stream()
                .anyMatch(door -> door.user().equals(user)
                        && door.isCertain()
                        && !door.record().demandsCertificate());
    }
}
