package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A dot that stands for any character where a domain has a dot. */
final class RegexTooBroad implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "regex-too-broad",
                    Severity.WARNING,
                    "a dot between two parts of a domain name matches any character")
            .because("""
                    In a regular expression a dot is any character: /^(.*)@corp.com$ also matches alice@corpxcom. It is \
                    an error if the row is for a superuser.""")
            .claim(Claim.LETS_IN)
            .remedy("Write a backslash before the dot.")
            .source("PostgreSQL documentation, section POSIX Regular Expressions")
            .bad(Example.hba("hostssl all app1 all cert map=m\n")
                    .with("pg_ident.conf", "m  /^app1@corp.example$  app1\n"))
            .good(Example.hba("hostssl all app1 all cert map=m\n")
                    .with("pg_ident.conf", "m  /^app1@corp\\.example$  app1\n"));

    /** Letters or digits, a dot that is not quantified, letters; brackets are cut out before. */
    private static final Pattern BARE_DOT = Pattern.compile("[A-Za-z0-9]\\.(?=[A-Za-z]{2})");

    private static final Pattern ESCAPED_OR_BRACKETS =
            Pattern.compile("\\\\.|\\[\\^?\\]?(?:\\[[:.=][^\\]]*\\]|[^\\]\\[])*\\]", Pattern.DOTALL);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        PostgresVersion version = context.cluster().version();
        List<Finding> findings = new ArrayList<>();
        for (IdentMapping row : context.cluster().mappings()) {
            String text = row.systemName().value();
            if (MapRows.regex(row, version).isEmpty() || text.startsWith("/***")) {
                continue;
            }
            String bare = ESCAPED_OR_BRACKETS.matcher(text).replaceAll("#");
            if (BARE_DOT.matcher(bare).find()) {
                boolean bad = context.superusers().contains(row.databaseUser().value());
                findings.add(context.finding(
                                INFO,
                                HbaRecord.locationOf(row.systemName()),
                                "a dot in \"" + MapRows.words(row.systemName()) + "\" matches any character")
                        .severity(bad ? Severity.ERROR : Severity.WARNING)
                        .build());
            }
        }
        return RuleOutcome.of(findings);
    }
}
