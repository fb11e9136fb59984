package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.exemption.Fingerprints;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.policy.Expectation;
import io.github.pgmtls.lint.policy.RuleSetting;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import io.github.pgmtls.lint.rules.order.ExpectationRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lints a directory: finds its clusters, reads their files, and asks every rule. */
public final class Linter {

    private final LintRequest request;
    private final Workspace workspace;
    private final Instant now;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<NotChecked> notChecked = new LinkedHashSet<>();

    private Linter(LintRequest request, Workspace workspace, Instant now) {
        this.request = request;
        this.workspace = workspace;
        this.now = now;
    }

    /**
     * Lints a directory.
     *
     * @throws LintException if the directory cannot be read, its {@code pgmtls.yaml} is not understood, or no cluster is
     *     found in it; the message names the place and the way out
     */
    public static LintReport lint(LintRequest request) {
        Instant now = request.now().orElseGet(Instant::now);
        return new Linter(request, Workspace.open(request), now).run();
    }

    private LintReport run() {
        Map<String, RuleSetting> settings = workspace.settings();
        List<Rule> asked = List.of();
        for (Cluster cluster : workspace.clusters()) {
            ClusterContext context =
                    new ClusterContext(cluster, now, workspace.roles(cluster), workspace.superusers(cluster), settings);
            List<Rule> rules = RuleCatalog.about(cluster);
            for (Rule rule : rules) {
                check(rule, context);
            }
            List<Expectation> expectations = workspace.expectations(cluster);
            if (!expectations.isEmpty()) {
                context.expecting(expectations, workspace.surroundings(cluster));
                ExpectationRules.ALL.forEach(rule -> check(rule, context));
            }
            asked = rules.size() > asked.size() ? rules : asked;
            notChecked.addAll(workspace.notChecked(cluster));
        }
        TreeContext tree = new TreeContext(workspace.tree(), workspace.paths(), workspace.clusters());
        for (Rule rule : asked) {
            check(rule, tree);
        }
        for (String problem : workspace.tree().problems()) {
            notChecked.add(new NotChecked("", "repository", problem, Optional.empty()));
        }
        for (RuleSetting setting : settings.values()) {
            tellIfOff(setting);
        }
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(new FindingOrder());
        List<LintReport.ClusterSummary> summaries = new ArrayList<>();
        for (Cluster cluster : workspace.clusters()) {
            summaries.add(new LintReport.ClusterSummary(
                    cluster.name(), cluster.directory(), cluster.definition().declaredVersion()));
        }
        List<RuleInfo> rules = new ArrayList<>();
        for (Rule rule : asked) {
            if (!isOff(rule)) {
                rules.add(rule.info());
            }
        }
        LintReport report = new LintReport(
                summaries,
                sorted,
                List.copyOf(notChecked),
                workspace.coverage(asked.size()),
                List.of(),
                new Fingerprints(sorted, workspace.clusters()),
                rules,
                overviews(request, now));
        return workspace.exemptions().mayExempt(workspace.policy().suppressions(), workspace.clusters())
                ? new ExemptionStep(workspace, now).apply(report, tree)
                : report;
    }

    /** Holds on to nothing but the question. */
    private static LintReport.Overviews overviews(LintRequest request, Instant now) {
        return () -> ClusterOverviews.of(request, now);
    }

    private void check(Rule rule, ClusterContext context) {
        Cluster cluster = context.cluster();
        if (rule instanceof ClusterRule clusterRule
                && !isOff(rule)
                && rule.info().appliesTo(cluster.version())) {
            add(rule, cluster.name(), clusterRule.check(context));
        }
    }

    private void check(Rule rule, TreeContext context) {
        if (rule instanceof TreeRule treeRule && !isOff(rule)) {
            add(rule, "", treeRule.check(context));
        }
    }

    private void tellIfOff(RuleSetting setting) {
        if (setting.off()) {
            notChecked.add(new NotChecked("", setting.rule(), "turned off", Optional.of(setting.place())));
        }
    }

    private boolean isOff(Rule rule) {
        RuleSetting setting = workspace.settings().isEmpty()
                ? null
                : workspace.settings().get(rule.info().id());
        return setting != null && setting.off();
    }

    private void add(Rule rule, String cluster, RuleOutcome outcome) {
        RuleSetting setting = workspace.settings().get(rule.info().id());
        for (Finding finding : outcome.findings()) {
            findings.add(
                    setting == null
                            ? finding
                            : finding.withSeverity(setting.severity().orElse(finding.severity())));
        }
        for (RuleOutcome.Inconclusive item : outcome.inconclusive()) {
            notChecked.add(new NotChecked(cluster, rule.info().id(), item.reason(), item.place()));
        }
    }
}
