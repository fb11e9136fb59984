package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RecordWords;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A superuser gets in from other machines with a password alone. */
final class SuperuserByPasswordRemote extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "superuser-by-password-remote",
                    Severity.WARNING,
                    "a superuser gets in from other machines with a password alone")
            .because("""
                    all includes the superusers. A superuser may run programs on the server; whoever guesses or steals \
                    that password has the machine. One finding is for all such records of a server. The superusers are postgres, or those that pgmtls.yaml declares.""")
            .claim(Claim.LETS_IN)
            .remedy("Put host all postgres all reject above, and let superusers in over the local socket.")
            .source("PostgreSQL documentation, sections The pg_hba.conf File and Role Attributes")
            .bad(Example.hba("hostssl  all  all       10.0.0.0/8  scram-sha-256\n"))
            .good(Example.hba("""
                    host     all  postgres  all         reject
                    hostssl  all  all       10.0.0.0/8  scram-sha-256
                    """));

    private static final Set<AuthMethod> METHODS =
            Set.of(AuthMethod.PASSWORD, AuthMethod.MD5, AuthMethod.SCRAM_SHA_256);

    private static final int MOST_RELATED = 10;

    SuperuserByPasswordRemote() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        SuperuserDoors doors = SuperuserDoors.of(context);
        Map<HbaRecord, SuperuserDoors.Door> certain = new LinkedHashMap<>();
        Map<HbaRecord, SuperuserDoors.Door> unclear = new LinkedHashMap<>();
        for (SuperuserDoors.Door door : doors.remote()) {
            HbaRecord record = door.record();
            if (METHODS.contains(record.method()) && !record.demandsCertificate()) {
                (door.isCertain() ? certain : unclear).putIfAbsent(record, door);
            }
        }
        if (!certain.isEmpty()) {
            outcome.add(finding(context, List.copyOf(certain.values())));
        } else if (!unclear.isEmpty()) {
            SuperuserDoors.Door first = unclear.values().iterator().next();
            outcome.inconclusive(
                    "whether superuser \"" + first.name() + "\" gets in here depends on role membership, host names or "
                            + "other facts that the files do not tell",
                    first.record().location());
        } else if (!doors.isComplete()) {
            outcome.inconclusive("which records are for superusers would take too long to decide");
        }
    }

    private static Finding finding(ClusterContext context, List<SuperuserDoors.Door> doors) {
        int more = doors.size() - 1;
        String message = doors.get(0).decider().witness().connection().phrase()
                + " gets in with a password alone, as a " + "superuser"
                + (more == 0 ? "" : ", here and by " + more + (more == 1 ? " more record" : " more records"));
        FindingBuilder finding = context.finding(INFO, doors.get(0).record().location(), message)
                .about(doors.get(0).name()
                        + RecordWords.of(
                                doors.stream().map(SuperuserDoors.Door::record).toList()));
        doors.stream()
                .skip(1)
                .limit(MOST_RELATED)
                .forEach(door -> finding.related(door.record().location(), "this record, too"));
        return finding.build();
    }
}
