package io.github.pgmtls.lint.rules.order;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A record that can never match because an earlier one takes all its connections. */
final class RecordShadowed implements ClusterRule {

    private static final RuleInfo INFO = RuleInfo.of(
                    "record-shadowed", Severity.WARNING, "an earlier record takes every connection of this one")
            .because("""
                    The first record that matches decides; if its authentication fails, no later one is tried. A record \
                    behind one that covers it is dead: an error if it demands a certificate or refuses what the earlier \
                    one lets in.""")
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
        List<HbaRecord> records = context.cluster().meantRecords();
        List<Finding> findings = new ArrayList<>();
        for (int i = 1; i < records.size(); i++) {
            HbaRecord hidden = records.get(i);
            Optional<HbaRecord> hiding = records.subList(0, i).stream()
                    .filter(earlier -> Covering.covers(earlier, hidden))
                    .findFirst();
            hiding.ifPresent(earlier -> findings.add(finding(context, earlier, hidden)));
        }
        return RuleOutcome.of(findings);
    }

    private static Finding finding(ClusterContext context, HbaRecord earlier, HbaRecord hidden) {
        boolean same = Covering.sameDecision(earlier, hidden);
        Severity severity = same
                ? Severity.INFO
                : hidden.demandsCertificate() || Covering.isReject(hidden) ? Severity.ERROR : Severity.WARNING;
        String effect = same
                ? "with the same effect"
                : "with method \"" + earlier.method().keyword() + "\"";
        return context.finding(
                        INFO,
                        hidden.location(),
                        "record is never reached: line " + earlier.lineNumber() + " matches first, " + effect)
                .severity(severity)
                .related(earlier.location(), "this record matches first")
                .build();
    }
}
