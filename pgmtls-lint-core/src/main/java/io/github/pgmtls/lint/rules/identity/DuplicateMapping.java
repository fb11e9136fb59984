package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.Templates;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row stands twice in pg_ident.conf. */
final class DuplicateMapping implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "duplicate-mapping", Severity.INFO, "a row stands twice in pg_ident.conf")
            .because("The second one changes nothing.")
            .claim(Claim.NOTHING)
            .remedy("Delete one of them.")
            .source("check_usermap in hba.c")
            .bad(Example.hba("hostssl all all all cert map=m\n").with("pg_ident.conf", "m  alice  al\nm alice al\n"))
            .good(Example.hba("hostssl all all all cert map=m\n").with("pg_ident.conf", "m  alice  al\n"));

    private record Row(String map, String systemName, String user, boolean quoted) {}

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Map<Row, IdentMapping> seen = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (IdentMapping row : context.cluster().mappings()) {
            AuthToken user = row.databaseUser();
            IdentMapping before = seen.putIfAbsent(
                    new Row(row.map().value(), row.systemName().value(), user.value(), user.quoted()), row);
            if (before != null && !Templates.isFilledIn(row.location())) {
                findings.add(context.finding(
                                INFO,
                                row.location(),
                                "row is the same as in line " + before.line().number())
                        .related(before.location(), "the same row")
                        .build());
            }
        }
        return RuleOutcome.of(findings);
    }
}
