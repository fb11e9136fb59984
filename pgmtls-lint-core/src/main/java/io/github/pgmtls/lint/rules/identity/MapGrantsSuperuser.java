package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.identity.UserNameMap;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.HashSet;
import java.util.Set;

/** A map makes the bearer of a certificate a superuser, by a record that lets him in. */
final class MapGrantsSuperuser extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "map-grants-superuser", Severity.ERROR, "a map makes the bearer of a certificate a superuser")
            .because("""
                    A row that gives several users away (\\1, all, +role, /regex) gives the superusers away too, unless \
                    a record that rejects them comes first: with /^(.*)@corp$ \\1, whoever gets a certificate for \
                    postgres@corp is a superuser. A row that names the superuser is a warning, since it is less easily \
                    seen than a record.""")
            .claim(Claim.LETS_IN)
            .remedy("Put hostssl all postgres all reject above the record, or exclude the superusers in the row.")
            .source("PostgreSQL documentation, section User Name Maps; check_ident_usermap in hba.c")
            .bad(Example.hba("hostssl  all  all       all  cert  map=m\n")
                    .with("pg_ident.conf", "m  /^(.*)@corp\\.example$  \\1\n"))
            .good(Example.hba("hostssl  all  postgres  all  reject\nhostssl  all  all       all  cert  map=m\n")
                    .with("pg_ident.conf", "m  /^(.*)@corp\\.example$  \\1\n"));

    MapGrantsSuperuser() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Cluster cluster = context.cluster();
        PostgresVersion version = cluster.version();
        UserNameMap maps = UserNameMap.of(cluster.mappings(), version);
        Set<IdentMapping> seen = new HashSet<>();
        for (SuperuserDoors.Door door : SuperuserDoors.of(context).remote()) {
            HbaRecord record = door.record();
            if (record.clientCert() != ClientCert.VERIFY_FULL || record.map().isEmpty() || !door.isCertain()) {
                continue;
            }
            for (IdentMapping row : maps.rowsFor(record.map().get(), door.user(), context.surroundings()::membership)) {
                if (row.systemName().value().equals(door.user()) || toldOtherwise(context, row) || !seen.add(row)) {
                    continue;
                }
                switch (grants(context, row, door.user())) {
                    case YES -> outcome.add(finding(context, row, door));
                    case UNKNOWN ->
                        outcome.inconclusive(
                                "whether this row makes anybody superuser \"" + door.name()
                                        + "\" depends on role membership or on a regular expression",
                                row.location());
                    case NO -> {}
                }
            }
        }
    }

    /** Where the CA is for others too, superuser-by-shared-ca tells of rows that give one user away. */
    private static boolean toldOtherwise(ClusterContext context, IdentMapping row) {
        return !context.cluster().definition().dedicatedClientCa().orElse(true)
                && !MapRows.isOpen(row, context.cluster().version());
    }

    private static FirstGroup.Answer grants(ClusterContext context, IdentMapping row, String superuser) {
        PostgresVersion version = context.cluster().version();
        NamePattern users = row.databaseUserPattern(version);
        if (users.kind() == NamePattern.Kind.MEMBER) {
            return context.surroundings()
                    .membership(superuser, users.name())
                    .map(member -> member ? FirstGroup.Answer.YES : FirstGroup.Answer.NO)
                    .orElse(FirstGroup.Answer.UNKNOWN);
        }
        if (!MapRows.fillsIn(row, version)) {
            return FirstGroup.Answer.YES;
        }
        String template = row.databaseUser().value();
        return template.equals("\\1")
                ? FirstGroup.canBe(row.systemName().value().substring(1), superuser, version)
                : FirstGroup.Answer.UNKNOWN;
    }

    private static Finding finding(ClusterContext context, IdentMapping row, SuperuserDoors.Door door) {
        boolean open = MapRows.isOpen(row, context.cluster().version());
        String who = row.isSystemNameRegex()
                ? "a certificate whose name matches \"" + MapRows.words(row.systemName()) + "\""
                : "a certificate with the name \"" + MapRows.words(row.systemName()) + "\"";
        String makes = open ? " can make its bearer superuser \"" : " makes its bearer superuser \"";
        return context.finding(INFO, HbaRecord.locationOf(row.databaseUser()), who + makes + door.name() + "\"")
                .severity(open ? Severity.ERROR : Severity.WARNING)
                .related(door.record().location(), "this record lets the superuser in")
                .about(door.name())
                .build();
    }
}
