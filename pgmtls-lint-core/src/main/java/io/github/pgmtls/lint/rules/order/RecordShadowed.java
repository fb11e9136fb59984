package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Reach;
import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Claim;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.List;
import java.util.stream.Collectors;

/** A record that can never decide anything because earlier ones take all its connections. */
final class RecordShadowed extends FirstMatchRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "record-shadowed", Severity.WARNING, "earlier records take every connection of this one")
            .because("""
                    The first record that matches decides; if its authentication fails, no later one is tried. A record \
                    whose connections are all taken by earlier ones, by one of them or by several together, is dead. \
                    That is an error if it demands a certificate, or refuses what an earlier one lets in without one, \
                    and only untidy if the earlier ones decide the same.""")
            .claim(Claim.KEEPS_OUT)
            .remedy("Move this record above the one that hides it, or delete it.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; check_hba in hba.c")
            .bad(Example.hba("host     all  all   all  md5\nhostssl  all  app1  all  cert\n"))
            .good(Example.hba("hostssl  all  app1  all  cert\nhostssl  all  all   all  scram-sha-256\n"));

    private static final int MOST_EXAMPLES = 200;

    RecordShadowed() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Reachability reachability = context.reachability();
        List<HbaRecord> records = reachability.records();
        int examples = 0;
        for (int i = 0; i < records.size(); i++) {
            if (reachability.isShadowed(i) && reachability.reach(i) instanceof Reach.Shadowed shadowed) {
                // nobody reads hundreds of examples, and each takes a search
                String example = examples++ < MOST_EXAMPLES ? example(reachability, i, shadowed) : "";
                outcome.add(finding(context, i, shadowed, example));
            }
        }
        int undecided = reachability.notDecided();
        if (undecided > 0) {
            outcome.inconclusive("whether " + undecided + " records are ever reached would take too long to decide");
        }
    }

    private static String example(Reachability reachability, int index, Reach.Shadowed shadowed) {
        return shadowed.by().stream()
                .findFirst()
                .map(first -> Decision.of(reachability.records().get(first)))
                .flatMap(decision ->
                        reachability.takenBy(index, decision::equals).first())
                .map(taken -> ", for example " + taken.witness().connection().phrase())
                .orElse("");
    }

    private static String cause(List<HbaRecord> hiding) {
        if (hiding.isEmpty()) {
            return "earlier records together match first";
        }
        String lines = hiding.stream()
                .map(record -> Integer.toString(record.lineNumber()))
                .distinct()
                .collect(Collectors.joining(", "));
        String effect = hiding.stream()
                .map(record -> "\"" + Decision.of(record).phrase() + "\"")
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        return hiding.size() == 1
                ? "line " + lines + " matches first, with " + effect
                : "lines " + lines + " match first, with " + effect;
    }

    private static Finding finding(ClusterContext context, int index, Reach.Shadowed shadowed, String example) {
        List<HbaRecord> records = context.reachability().records();
        HbaRecord hidden = records.get(index);
        List<HbaRecord> hiding = shadowed.by().stream().map(records::get).toList();
        String message = "record is never reached: " + cause(hiding) + example;
        FindingBuilder finding =
                context.finding(INFO, hidden.location(), message).severity(severity(hidden, hiding));
        ShadowHint.of(hidden, hiding).ifPresent(finding::hint);
        hiding.forEach(record -> finding.related(record.location(), "this record matches first"));
        return finding.build();
    }

    private static Severity severity(HbaRecord hidden, List<HbaRecord> hiding) {
        Decision own = Decision.of(hidden);
        if (!hiding.isEmpty()
                && hiding.stream().allMatch(record -> Decision.of(record).equals(own))) {
            return Severity.INFO;
        }
        boolean letsIn = hiding.stream().anyMatch(record -> Decision.of(record).admitsWithoutCertificate());
        return hidden.demandsCertificate() || (own.isReject() && letsIn) ? Severity.ERROR : Severity.WARNING;
    }
}
