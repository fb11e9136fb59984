package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.HashSet;
import java.util.Set;

/** A superuser gets in from other machines with a password alone. */
final class SuperuserByPasswordRemote extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "superuser-by-password-remote",
                    Severity.WARNING,
                    "a superuser gets in from other machines with a password alone")
            .because("""
                    all includes the superusers. A superuser may run programs on the server; whoever guesses or steals \
                    that password has the machine. The superusers are postgres, or those that pgmtls.yaml declares.""")
            .remedy("Put host all postgres all reject above, and let superusers in over the local socket.")
            .source("PostgreSQL documentation, sections The pg_hba.conf File and Role Attributes")
            .bad(Example.hba("hostssl  all  all       10.0.0.0/8  scram-sha-256\n"))
            .good(Example.hba("""
                    host     all  postgres  all         reject
                    hostssl  all  all       10.0.0.0/8  scram-sha-256
                    """));

    private static final Set<AuthMethod> METHODS =
            Set.of(AuthMethod.PASSWORD, AuthMethod.MD5, AuthMethod.SCRAM_SHA_256);

    SuperuserByPasswordRemote() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        SuperuserDoors doors = SuperuserDoors.of(context);
        Set<HbaRecord> seen = new HashSet<>();
        for (SuperuserDoors.Door door : doors.remote()) {
            HbaRecord record = door.record();
            if (METHODS.contains(record.method()) && !record.demandsCertificate() && seen.add(record)) {
                if (door.isCertain()) {
                    String message = "superuser \"" + door.name()
                            + "\" gets in with a password alone, for example from "
                            + door.decider().witness().connection().address().orElseThrow();
                    outcome.add(
                            context.finding(INFO, record.location(), message).build());
                } else {
                    outcome.inconclusive(
                            "whether superuser \"" + door.name()
                                    + "\" gets in here depends on role membership, host names or other facts that the "
                                    + "files do not tell",
                            record.location());
                }
            }
        }
        if (!doors.isComplete()) {
            outcome.inconclusive("which records are for superusers would take too long to decide");
        }
    }
}
