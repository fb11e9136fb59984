package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.Templates;
import io.github.pgmtls.lint.syntax.AuthToken;

/** A row with more words than the server reads. */
final class MappingExtraWord implements ClusterRule {

    private static final int COLUMNS = 3;

    private static final RuleInfo INFO = RuleInfo.of(
                    "mapping-extra-word", Severity.WARNING, "a row of pg_ident.conf has a word that the server ignores")
            .because("""
                    A row is a map, a system name and a user; the server ignores whatever follows. Mostly the system \
                    name holds a blank and lacks its quotes: then its first word is the system name, its second the \
                    user, and nobody gets in.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Put the system name in double quotes.")
            .source("PostgreSQL documentation, section User Name Maps; parse_ident_line in hba.c")
            .bad(Example.hba("hostssl all app1 all cert map=m\n").with("pg_ident.conf", "m  Billing client  app1\n"))
            .good(Example.hba("hostssl all app1 all cert map=m\n")
                    .with("pg_ident.conf", "m  \"Billing client\"  app1\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (IdentMapping row : context.cluster().mappings()) {
            if (row.line().fields().size() > COLUMNS && !Templates.isFilledIn(row.location())) {
                AuthToken extra = row.line().fields().get(COLUMNS).first();
                outcome.add(context.finding(
                                INFO,
                                HbaRecord.locationOf(extra),
                                "\"" + MapRows.words(extra) + "\" is ignored: the row maps \""
                                        + MapRows.words(row.systemName()) + "\" to \""
                                        + MapRows.words(row.databaseUser()) + "\"")
                        .build());
            }
        }
        return outcome.build();
    }
}
