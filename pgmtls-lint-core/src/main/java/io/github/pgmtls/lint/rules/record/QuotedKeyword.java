package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.AddressPattern.HostName;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A keyword in double quotes is a plain name. */
final class QuotedKeyword implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "quoted-keyword", Severity.WARNING, "a keyword stands in double quotes, which make it a plain name")
            .because("""
                    Double quotes take the meaning from all, sameuser, samerole, replication, samehost, samenet and from \
                    the plus sign before a role: "all" is the database, user or host of that very name, so the record \
                    matches next to nothing.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Leave the quotes away; if the name is meant, choose another one.")
            .source("PostgreSQL documentation, section The pg_hba.conf File")
            .bad(Example.hba("hostssl  all  \"all\"  all  cert\n"))
            .good(Example.hba("hostssl  all  all  all  cert\n"));

    private static final Set<String> DATABASES = Set.of("all", "sameuser", "samerole", "samegroup", "replication");
    private static final Set<String> ADDRESSES = Set.of("all", "samehost", "samenet");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (HbaRecord record : context.cluster().records()) {
            if (hasLiteral(record.databaseNames(), DATABASES::contains)) {
                addAll(context, record.databases(), "database", DATABASES::contains, findings);
            }
            if (hasLiteral(record.userNames(), QuotedKeyword::isKeywordForUsers)) {
                addAll(context, record.users(), "user", QuotedKeyword::isKeywordForUsers, findings);
            }
            if (record.address() instanceof HostName host && ADDRESSES.contains(host.name())) {
                add(context, record.line().fields().get(3).first(), "host", findings);
            }
        }
        return RuleOutcome.of(findings);
    }

    private static boolean isKeywordForUsers(String name) {
        return name.equals("all") || name.startsWith("+");
    }

    /** Tells whether a keyword stands for a name, for which it must be in quotes. */
    private static boolean hasLiteral(NameColumn column, Predicate<String> keyword) {
        return column.names().stream()
                .anyMatch(name -> name.kind() == NamePattern.Kind.LITERAL && keyword.test(name.text()));
    }

    private static void addAll(
            ClusterContext context,
            List<NamePattern> patterns,
            String what,
            Predicate<String> keyword,
            List<Finding> findings) {
        for (NamePattern pattern : patterns) {
            if (keyword.test(pattern.token().value())) {
                add(context, pattern.token(), what, findings);
            }
        }
    }

    private static void add(ClusterContext context, AuthToken token, String what, List<Finding> findings) {
        if (token.quoted()) {
            String name = ByteText.decode(token.value());
            findings.add(context.finding(
                            INFO,
                            HbaRecord.locationOf(token),
                            "in quotes, \"" + name + "\" is the " + what + " of that name")
                    .build());
        }
    }
}
