package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Deciders;
import io.github.pgmtls.lint.access.Region;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A user whose name says that it replicates may connect to all databases, which replication is not one of. */
final class ReplicationNotCovered extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "replication-not-covered",
                    Severity.WARNING,
                    "a replication user may connect to all databases, but not for replication")
            .because("""
                    The database all stands for every database; a standby connects for physical replication, which is \
                    none. Only the word replication matches it, and if no record does, the server refuses the standby \
                    with "no pg_hba.conf entry for replication connection". That the user replicates is told from its \
                    name.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Add a record with replication as database.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; check_db in hba.c")
            .bad(Example.hba("hostssl  all          replicator  10.0.0.0/8  cert\n"))
            .good(Example.hba("hostssl  replication  replicator  10.0.0.0/8  cert\n"));

    private static final Pattern REPLICATES = Pattern.compile(
            "(?:.*[_-])?(?:repl|replica|replicate|replicator|replication|replicant|standby|wal)(?:[_-].*)?");

    ReplicationNotCovered() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Set<String> asked = new HashSet<>();
        for (HbaRecord record : context.cluster().meantRecords()) {
            if (!record.databaseNames().has(NamePattern.Kind.ALL)) {
                continue;
            }
            for (NamePattern user : record.users()) {
                if (user.kind() == NamePattern.Kind.LITERAL
                        && REPLICATES.matcher(user.name()).matches()
                        && asked.add(user.name())) {
                    judge(context, user, outcome);
                }
            }
        }
    }

    private static void judge(ClusterContext context, NamePattern user, RuleOutcome.Builder outcome) {
        Deciders deciders = context.reachability()
                .deciders(Region.everything().ofUser(user.name()).forReplication(), decision -> true, 2);
        String name = ByteText.decode(user.name());
        if (deciders.complete()
                && deciders.all().stream().allMatch(decider -> decider.record().isEmpty())) {
            outcome.add(context.finding(
                            INFO,
                            HbaRecord.locationOf(user.token()),
                            "user \"" + name + "\" may connect to databases, but no record lets it replicate")
                    .about(name)
                    .build());
        }
    }
}
