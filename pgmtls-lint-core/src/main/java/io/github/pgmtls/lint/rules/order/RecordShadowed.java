package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Reach;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** A record that can never decide anything because earlier ones take all its connections. */
final class RecordShadowed implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "record-shadowed", Severity.WARNING, "earlier records take every connection of this one")
            .because("""
                    The first record that matches decides; if its authentication fails, no later one is tried. A record \
                    whose connections are all taken by earlier ones, by one of them or by several together, is dead. \
                    That is an error if it demands a certificate, or refuses what an earlier one lets in without one, \
                    and only untidy if the earlier ones decide the same.""")
            .remedy("Move this record above the one that hides it, or delete it.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; check_hba in hba.c")
            .bad(Example.hba("host     all  all   all  md5\nhostssl  all  app1  all  cert\n"))
            .good(Example.hba("hostssl  all  app1  all  cert\nhostssl  all  all   all  scram-sha-256\n"));

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public RuleOutcome check(ClusterContext context) {
        if (context.cluster().hba().filter(hba -> !hba.isComplete()).isPresent()) {
            return RuleOutcome.inconclusive("pg_hba.conf includes files that are not in the linted directory");
        }
        List<HbaRecord> records = context.cluster().meantRecords();
        RuleOutcome.Builder outcome = new RuleOutcome.Builder();
        for (int i = 0; i < records.size(); i++) {
            if (context.reachability().isShadowed(i)
                    && context.reachability().reach(i) instanceof Reach.Shadowed shadowed) {
                List<HbaRecord> hiding =
                        shadowed.by().stream().map(records::get).toList();
                outcome.add(finding(context, records.get(i), hiding));
            }
        }
        int undecided = records.isEmpty() ? 0 : context.reachability().notDecided();
        if (undecided > 0) {
            outcome.inconclusive("whether " + undecided + " records are ever reached would take too long to decide");
        }
        return outcome.build();
    }

    private static Finding finding(ClusterContext context, HbaRecord hidden, List<HbaRecord> hiding) {
        String lines = hiding.stream()
                .map(record -> Integer.toString(record.lineNumber()))
                .distinct()
                .collect(Collectors.joining(", "));
        String effect = hiding.stream()
                .map(record -> "\"" + Decision.of(record).phrase() + "\"")
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        String match = hiding.size() == 1 ? " matches first, with " : " match first, with ";
        String message = "record is never reached: line" + (hiding.size() == 1 ? " " : "s ") + lines + match + effect;
        FindingBuilder finding =
                context.finding(INFO, hidden.location(), message).severity(severity(hidden, hiding));
        hiding.forEach(record -> finding.related(record.location(), "this record matches first"));
        return finding.build();
    }

    private static Severity severity(HbaRecord hidden, List<HbaRecord> hiding) {
        Decision own = Decision.of(hidden);
        if (hiding.stream().allMatch(record -> Decision.of(record).equals(own))) {
            return Severity.INFO;
        }
        boolean letsIn = hiding.stream().anyMatch(record -> Decision.of(record).admitsWithoutCertificate());
        return hidden.demandsCertificate() || (own.isReject() && letsIn) ? Severity.ERROR : Severity.WARNING;
    }
}
