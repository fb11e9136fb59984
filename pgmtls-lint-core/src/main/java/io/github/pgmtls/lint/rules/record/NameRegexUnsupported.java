package io.github.pgmtls.lint.rules.record;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import java.util.List;
import java.util.Optional;

/** A regular expression that the version takes for a name. */
final class NameRegexUnsupported implements ClusterRule {

    /** The version that brought them. */
    private static final int SINCE = 16;

    private static final RuleInfo INFO = RuleInfo.of(
                    "name-regex-unsupported",
                    Severity.WARNING,
                    "a database or user that begins with a slash is a plain name before PostgreSQL 16")
            .because("""
                    Up to 15 the server loads the record and takes the expression for the name of a database or user, \
                    which nobody has: the record never matches, without a word in the log. That is an error if it \
                    demands a certificate, or refuses somebody.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Write the names out, or put them into a file and write @file.")
            .source("PostgreSQL documentation, release notes of 16; check_db and check_role in hba.c")
            .until(SINCE - 1)
            .bad(Example.hba("hostssl  all  /^app  all  cert\n").on(15))
            .good(Example.hba("hostssl  all  app1,app2  all  cert\n").on(15));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (HbaRecord record : context.cluster().meantRecords()) {
            if (!hasSlash(record.databaseNames()) && !hasSlash(record.userNames())) {
                continue;
            }
            Optional<NamePattern> regex = firstIfAll(record.databases()).or(() -> firstIfAll(record.users()));
            boolean grave = record.demandsCertificate() || record.method() == AuthMethod.REJECT;
            regex.ifPresent(pattern -> outcome.add(context.finding(
                            INFO,
                            HbaRecord.locationOf(pattern.token()),
                            "the record never matches: \"" + ByteText.decode(pattern.name())
                                    + "\" is a plain name up to 15")
                    .severity(grave ? Severity.ERROR : Severity.WARNING)
                    .build()));
        }
        return outcome.build();
    }

    private static boolean hasSlash(NameColumn column) {
        return column.names().stream().anyMatch(name -> name.text().startsWith("/"));
    }

    /** Where something else stands beside it, the record matches that at least. */
    private static Optional<NamePattern> firstIfAll(List<NamePattern> patterns) {
        return patterns.stream()
                        .allMatch(pattern -> pattern.kind() == NamePattern.Kind.LITERAL
                                && pattern.name().startsWith("/"))
                ? patterns.stream().findFirst()
                : Optional.empty();
    }
}
