package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;

/** A row whose user means something else from 16 on. */
final class RoleKeywordDrift implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "role-keyword-drift", Severity.WARNING, "a row that lets nobody in becomes open with PostgreSQL 16")
            .because("""
                    Up to 15 the user in pg_ident.conf is a plain name, so that all, +role and /regex match nobody. From \
                    16 on all is every user, +role every member of the role, and /regex every user it matches: after \
                    the upgrade, whoever has the certificate becomes one of them.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Delete the row, or put the name in double quotes if it is meant as it stands.")
            .source("Release notes of PostgreSQL 16; check_ident_usermap in hba.c")
            .until(15)
            .bad(Example.hba("hostssl all all all cert map=m\n")
                    .with("pg_ident.conf", "m  app1  all\n")
                    .on(15))
            .good(Example.hba("hostssl all all all cert map=m\n")
                    .with("pg_ident.conf", "m  app1  app1\n")
                    .on(15));

    private static final PostgresVersion NEXT = new PostgresVersion(16);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        return RuleOutcome.of(context.cluster().mappings().stream()
                .filter(row -> row.databaseUserPattern(NEXT).kind() != NamePattern.Kind.LITERAL)
                .map(row -> context.finding(
                                INFO,
                                HbaRecord.locationOf(row.databaseUser()),
                                "\"" + MapRows.words(row.databaseUser())
                                        + "\" is a plain name here, and more than one user from 16 on")
                        .build())
                .toList());
    }
}
