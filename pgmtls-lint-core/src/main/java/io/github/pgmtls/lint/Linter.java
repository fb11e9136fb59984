package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.TreeContext;
import io.github.pgmtls.lint.rules.TreeRule;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lints a directory: finds its clusters, reads their files, and asks every rule. */
public final class Linter {

    private final Workspace workspace;
    private final Instant now;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<NotChecked> notChecked = new LinkedHashSet<>();

    private Linter(Workspace workspace, Instant now) {
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
        return new Linter(Workspace.open(request), now).run();
    }

    private LintReport run() {
        List<Rule> asked = List.of();
        for (Cluster cluster : workspace.clusters()) {
            ClusterContext context =
                    new ClusterContext(cluster, now, workspace.roles(cluster), workspace.superusers(cluster));
            List<Rule> rules = RuleCatalog.about(cluster);
            for (Rule rule : rules) {
                check(rule, context);
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
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(new FindingOrder());
        List<LintReport.ClusterSummary> summaries = new ArrayList<>();
        for (Cluster cluster : workspace.clusters()) {
            summaries.add(new LintReport.ClusterSummary(
                    cluster.name(), cluster.directory(), cluster.definition().declaredVersion()));
        }
        return new LintReport(summaries, sorted, List.copyOf(notChecked), workspace.coverage(asked.size()));
    }

    private void check(Rule rule, ClusterContext context) {
        Cluster cluster = context.cluster();
        if (rule instanceof ClusterRule clusterRule && rule.info().appliesTo(cluster.version())) {
            add(rule, cluster.name(), clusterRule.check(context));
        }
    }

    private void check(Rule rule, TreeContext context) {
        if (rule instanceof TreeRule treeRule) {
            add(rule, "", treeRule.check(context));
        }
    }

    private void add(Rule rule, String cluster, RuleOutcome outcome) {
        findings.addAll(outcome.findings());
        for (RuleOutcome.Inconclusive item : outcome.inconclusive()) {
            notChecked.add(new NotChecked(cluster, rule.info().id(), item.reason(), item.place()));
        }
    }
}
