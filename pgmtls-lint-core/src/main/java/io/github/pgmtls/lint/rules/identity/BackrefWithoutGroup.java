package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;

/** A row wants a group that its expression does not have. */
final class BackrefWithoutGroup implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "backref-without-group",
                    Severity.ERROR,
                    "a row fills in \\1, but its regular expression has no group")
            .because("""
                    When the expression matches, the server has nothing to fill in, writes an error to its log, and \
                    refuses the login; rows that come later in the map are not tried.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Put the part that is the user in parentheses.")
            .source("check_ident_usermap in hba.c")
            .bad(Example.hba("hostssl all all all cert map=m\n").with("pg_ident.conf", "m  /^[a-z]+@corp$  \\1\n"))
            .good(Example.hba("hostssl all app all cert map=m\n").with("pg_ident.conf", "m  /^([a-z]+)@corp$  \\1\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        PostgresVersion version = context.cluster().version();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (IdentMapping row : context.cluster().mappings()) {
            boolean without = MapRows.fillsIn(row, version)
                    && MapRows.regex(row, version)
                            .filter(regex -> regex.groups() == 0)
                            .isPresent();
            if (without) {
                outcome.add(context.finding(
                                INFO,
                                HbaRecord.locationOf(row.databaseUser()),
                                "there is no group in \"" + MapRows.words(row.systemName()) + "\" to fill in")
                        .serverSays("regular expression \""
                                + MapRows.words(row.systemName()).substring(1)
                                + "\" has no subexpressions as requested by backreference in \""
                                + MapRows.words(row.databaseUser()) + "\"")
                        .build());
            }
        }
        return outcome.build();
    }
}
