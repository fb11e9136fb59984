package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IdentMapping;
import io.github.pgmtls.lint.config.NamePattern;
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
import java.util.Optional;
import java.util.regex.Pattern;

/** A back reference that the server takes as it stands. */
final class BackrefNotReplaced implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "backref-not-replaced",
                    Severity.WARNING,
                    "a back reference in pg_ident.conf is not filled in but taken as it stands")
            .because("""
                    Only \\1 is filled in, only where the system name is a regular expression, and up to 18 only the \
                    first one; from 19 on all. Whatever else looks like a back reference is part of the user's name, \
                    and no user has such a name.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Use one \\1, in a row whose system name begins with a slash.")
            .source("PostgreSQL documentation, section User Name Maps; check_ident_usermap in hba.c")
            .bad(Example.hba("hostssl all all all cert map=m\n").with("pg_ident.conf", "m  ^(app[0-9])@corp$  \\1\n"))
            .good(Example.hba("hostssl all all all cert map=m\n")
                    .with("pg_ident.conf", "m  /^(app[0-9])@corp$  \\1\n"));

    private static final Pattern OTHER_GROUP = Pattern.compile("\\\\[02-9]");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        List<Finding> findings = new ArrayList<>();
        for (IdentMapping row : context.cluster().mappings()) {
            why(row, context.cluster().version())
                    .ifPresent(why -> findings.add(context.finding(
                                    INFO,
                                    HbaRecord.locationOf(row.databaseUser()),
                                    "\"" + MapRows.words(row.databaseUser()) + "\" is not filled in: " + why)
                            .build()));
        }
        return RuleOutcome.of(findings);
    }

    private static Optional<String> why(IdentMapping row, PostgresVersion version) {
        String user = row.databaseUser().value();
        NamePattern.Kind kind = row.databaseUserPattern(version).kind();
        if (kind == NamePattern.Kind.REGEX) {
            return Optional.empty();
        }
        boolean first = user.contains("\\1");
        if (first && !row.isSystemNameRegex()) {
            return Optional.of("the system name is no regular expression");
        }
        if (first && kind == NamePattern.Kind.MEMBER) {
            return Optional.of("the name of a role behind + is taken as it stands");
        }
        if (row.isSystemNameRegex() && OTHER_GROUP.matcher(user).find()) {
            return Optional.of("only \\1 is");
        }
        boolean again = user.indexOf("\\1") != user.lastIndexOf("\\1");
        return again && !version.isAtLeast(19) ? Optional.of("up to 18 only the first \\1 is") : Optional.empty();
    }
}
