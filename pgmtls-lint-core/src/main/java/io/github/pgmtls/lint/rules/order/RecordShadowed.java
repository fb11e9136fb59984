package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.access.Decision;
import io.github.pgmtls.lint.access.Reach;
import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.config.ClientCert;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.FindingBuilder;
import io.github.pgmtls.lint.rules.FirstMatchRule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.source.ByteText;
import java.util.List;
import java.util.Optional;
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
            .remedy("Move this record above the one that hides it, or delete it.")
            .source("PostgreSQL documentation, section The pg_hba.conf File; check_hba in hba.c")
            .bad(Example.hba("host     all  all   all  md5\nhostssl  all  app1  all  cert\n"))
            .good(Example.hba("hostssl  all  app1  all  cert\nhostssl  all  all   all  scram-sha-256\n"));

    RecordShadowed() {
        super(INFO);
    }

    @Override
    protected void judge(ClusterContext context, RuleOutcome.Builder outcome) {
        Reachability reachability = context.reachability();
        List<HbaRecord> records = reachability.records();
        for (int i = 0; i < records.size(); i++) {
            if (reachability.isShadowed(i) && reachability.reach(i) instanceof Reach.Shadowed shadowed) {
                outcome.add(finding(context, i, shadowed));
            }
        }
        int undecided = reachability.notDecided();
        if (undecided > 0) {
            outcome.inconclusive("whether " + undecided + " records are ever reached would take too long to decide");
        }
    }

    private static Finding finding(ClusterContext context, int index, Reach.Shadowed shadowed) {
        List<HbaRecord> records = context.reachability().records();
        HbaRecord hidden = records.get(index);
        List<HbaRecord> hiding = shadowed.by().stream().map(records::get).toList();
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
        String example = context.reachability()
                .takenBy(index, Decision.of(hiding.get(0))::equals)
                .first()
                .map(taken -> ", for example " + taken.witness().connection().phrase())
                .orElse("");
        String message =
                "record is never reached: line" + (hiding.size() == 1 ? " " : "s ") + lines + match + effect + example;
        FindingBuilder finding =
                context.finding(INFO, hidden.location(), message).severity(severity(hidden, hiding));
        hint(hidden, hiding).ifPresent(finding::hint);
        hiding.forEach(record -> finding.related(record.location(), "this record matches first"));
        return finding.build();
    }

    /** Returns what is more to the point than the remedy of the rule. */
    private static Optional<String> hint(HbaRecord hidden, List<HbaRecord> hiding) {
        HbaRecord first = hiding.get(0);
        String line = "line " + first.lineNumber();
        if (Decision.of(hidden).isReject()) {
            return Optional.of("Move this record above " + line + "; where it stands, it refuses nobody.");
        }
        if (hidden.map().isPresent()
                && hiding.stream().allMatch(record -> record.clientCert() == ClientCert.VERIFY_FULL)
                && !first.map().equals(hidden.map())) {
            String map = ByteText.decode(hidden.map().get());
            return Optional.of("Move this record above " + line + "; there the name in a certificate is "
                    + (first.map().isPresent() ? "looked up in another map" : "compared with the user itself")
                    + ", so that map " + map + " is not used.");
        }
        if (hiding.size() == 1 && sameSelection(hidden, first)) {
            return Optional.of("Delete one of the two; where authentication by " + line
                    + " fails, the server does not go on to this record.");
        }
        return Optional.empty();
    }

    private static boolean sameSelection(HbaRecord one, HbaRecord other) {
        return one.type() == other.type()
                && words(one.databases()).equals(words(other.databases()))
                && words(one.users()).equals(words(other.users()))
                && one.address().equals(other.address());
    }

    private static List<String> words(List<NamePattern> names) {
        return names.stream()
                .map(name -> name.kind() + " " + name.name())
                .sorted()
                .toList();
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
