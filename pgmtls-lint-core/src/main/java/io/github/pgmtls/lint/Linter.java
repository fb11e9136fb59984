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
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lints a directory: finds its clusters, reads their files, and asks every rule. */
public final class Linter {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding f) -> f.primary().file().path())
            .thenComparing(f -> f.primary().span().start())
            .thenComparing(f -> f.primary().span().end())
            .thenComparing(Finding::rule)
            .thenComparing(Finding::cluster)
            .thenComparing(Finding::message);

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
        List<Rule> asked = List.of();
        for (Cluster cluster : workspace.clusters()) {
            ClusterContext context =
                    new ClusterContext(cluster, now, workspace.roles(cluster), workspace.superusers(cluster));
            List<Rule> rules = RuleCatalog.about(cluster);
            rules.forEach(rule -> check(rule, context));
            asked = rules.size() > asked.size() ? rules : asked;
            workspace.notChecked(cluster).forEach(notChecked::add);
        }
        TreeContext tree = new TreeContext(workspace.tree(), workspace.paths(), workspace.clusters());
        asked.forEach(rule -> check(rule, tree));
        workspace
                .tree()
                .problems()
                .forEach(problem -> notChecked.add(new NotChecked("", "repository", problem, Optional.empty())));
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(BY_PLACE);
        List<LintReport.ClusterSummary> summaries = workspace.clusters().stream()
                .map(c -> new LintReport.ClusterSummary(
                        c.name(), c.directory(), c.definition().declaredVersion()))
                .toList();
        return new LintReport(
                summaries,
                sorted,
                List.copyOf(notChecked),
                workspace.coverage(asked.size()),
                asked.stream().map(Rule::info).toList(),
                overviews(request, now));
    }

    /** Holds on to nothing but the question. */
    private static LintReport.Overviews overviews(LintRequest request, Instant now) {
        return () -> ClusterOverviews.of(request, now);
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
