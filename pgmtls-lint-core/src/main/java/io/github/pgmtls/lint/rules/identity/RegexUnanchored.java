package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.regex.PostgresRegex;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.Optional;
import java.util.Set;

/** An expression matches names that merely contain what is meant. */
final class RegexUnanchored implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "regex-unanchored",
                    Severity.WARNING,
                    "a regular expression in pg_ident.conf also matches names that are longer than what it describes")
            .because("""
                    The server searches the name for the expression; it need not match all of it. Without ^ before and $ \
                    behind every alternative, /app1 is also xxapp1yy, and /^(.*)@corp is also \
                    postgres@corp.attacker.example. Of whole subjects (clientname=DN), a part of any attribute will do. \
                    It is an error where such a name becomes a superuser or one of several users, and of subjects.""")
            .claim(Claim.LETS_IN)
            .remedy("Begin the expression with ^ and end it with $, around the alternatives: /^(a|b)$.")
            .source("PostgreSQL documentation, section User Name Maps; check_ident_usermap in hba.c")
            .bad(Example.hba("hostssl all app1 all cert map=m\n").with("pg_ident.conf", "m  /@corp\\.example  app1\n"))
            .good(Example.hba("hostssl all app1 all cert map=m\n")
                    .with("pg_ident.conf", "m  /^[a-z]+@corp\\.example$  app1\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        Set<String> ofSubjects = MapRows.mapsOfSubjects(context.cluster());
        PostgresVersion version = context.cluster().version();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (IdentMapping row : context.cluster().mappings()) {
            if (MapRows.isUndecided(row, version)) {
                outcome.inconclusive("the regular expression is too large to be judged", row.location());
            }
            Optional<String> lacks = MapRows.regex(row, version).flatMap(RegexUnanchored::lacks);
            if (lacks.isPresent()) {
                boolean bad = MapRows.isOpen(row, version)
                        || ofSubjects.contains(row.map().value())
                        || context.superusers().contains(row.databaseUser().value());
                outcome.add(context.finding(
                                INFO,
                                HbaRecord.locationOf(row.systemName()),
                                "\"" + MapRows.words(row.systemName()) + "\" also matches names with more "
                                        + lacks.get())
                        .severity(bad ? Severity.ERROR : Severity.WARNING)
                        .build());
            }
        }
        return outcome.build();
    }

    private static Optional<String> lacks(PostgresRegex regex) {
        if (regex.isBoundToStart()) {
            return regex.isBoundToEnd() ? Optional.empty() : Optional.of("behind it: $ is missing");
        }
        return Optional.of(
                regex.isBoundToEnd() ? "before it: ^ is missing" : "before and behind it: ^ and $ are missing");
    }
}
