package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.exemption.Fingerprints;
import io.github.pgmtls.lint.exemption.WordedFiles;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
    private final List<LintReport.ClusterSummary> summaries = new ArrayList<>();

    /** By path, the number of certificates that are read from a file. */
    private final Map<String, Integer> files = new HashMap<>();

    private final List<WordedFiles> worded = new ArrayList<>();

    private final Progress progress;

    /** The rules that may have something to say about one of the clusters. */
    private List<Rule> asked = List.of();

    /** Is told how far the work is, always in the thread that asked for it. */
    @FunctionalInterface
    public interface Progress {

        /** Takes the number of clusters that have been looked at, and of all there are. */
        void reached(int clusters, int all);
    }

    private Linter(LintRequest request, Workspace workspace, Instant now, Progress progress) {
        this.request = request;
        this.workspace = workspace;
        this.now = now;
        this.progress = progress;
    }

    /**
     * Lints a directory.
     *
     * @throws LintException if the directory cannot be read, its {@code pgmtls.yaml} is not understood, or no cluster is
     *     found in it; the message names the place and the way out
     */
    public static LintReport lint(LintRequest request) {
        return lint(request, Linter::ignore);
    }

    /**
     * Lints a directory.
     *
     * @param progress is told after each cluster
     * @throws LintException as {@link #lint(LintRequest)}
     */
    public static LintReport lint(LintRequest request, Progress progress) {
        Instant now = request.now().orElseGet(Instant::now);
        return new Linter(request, Workspace.open(request), now, progress).run();
    }

    private static void ignore(int clusters, int all) {}

    private LintReport run() {
        List<Cluster> clusters = workspace.clusters();
        InOrder.run(clusters.size(), index -> check(clusters.get(index)), found -> take(found, clusters.size()));
        Map<String, RuleSetting> settings = workspace.settings();
        TreeContext tree = new TreeContext(workspace.tree(), workspace.paths(), names(), clusters);
        for (Rule rule : asked) {
            check(rule, tree);
        }
        for (String problem : workspace.tree().problems()) {
            notChecked.add(new NotChecked("", "repository", problem, Optional.empty()));
        }
        notChecked.addAll(workspace.exemptions().notInForce(workspace.tree()));
        for (RuleSetting setting : settings.values()) {
            tellIfOff(setting);
        }
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(new FindingOrder());
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
                coverage(),
                List.of(),
                new Fingerprints(sorted, worded),
                rules,
                overviews(request, now));
        return workspace.exemptions().mayExempt(workspace.policy().suppressions(), worded)
                ? new ExemptionStep(workspace, now, worded).apply(report, tree)
                : report;
    }

    /** Holds on to nothing but the question. */
    private static LintReport.Overviews overviews(LintRequest request, Instant now) {
        return () -> ClusterOverviews.of(request, now);
    }

    /** Asks the rules about one cluster; several threads do so at once. */
    private ClusterFindings check(Cluster cluster) {
        ClusterContext context = context(cluster);
        ClusterFindings found = ClusterFindings.of(cluster, RuleCatalog.about(cluster));
        boolean byHost = cluster.hostFiles().size() > 1;
        for (Rule rule : found.rules()) {
            if (!byHost || !RuleCatalog.aboutCredentials().contains(rule)) {
                check(rule, context, found);
            }
        }
        if (byHost) {
            checkHosts(cluster, found);
        }
        List<Expectation> expectations = workspace.expectations(cluster);
        if (!expectations.isEmpty()) {
            context.expecting(expectations, workspace.surroundings(cluster));
            for (Rule rule : ExpectationRules.ALL) {
                check(rule, context, found);
            }
        }
        found.notChecked().addAll(UnseenFiles.of(cluster));
        return found;
    }

    /**
     * Asks the rules about certificates for the clients of each record of pg_hosts.conf. What the server has for one is
     * found wherever it is wrong; a client is found only if it is refused whatever record it comes to.
     */
    private void checkHosts(Cluster cluster, ClusterFindings found) {
        Set<String> clients = new HashSet<>();
        cluster.credentials().clients().forEach(file -> clients.add(file.file().path()));
        List<Set<Finding>> each = new ArrayList<>();
        for (Cluster host : cluster.perHost()) {
            ClusterFindings own = ClusterFindings.of(host, RuleCatalog.aboutCredentials());
            ClusterContext context = context(host);
            for (Rule rule : own.rules()) {
                check(rule, context, own);
            }
            each.add(own.findings());
            found.notChecked().addAll(own.notChecked());
            own.files().forEach(found.files()::putIfAbsent);
        }
        for (Set<Finding> own : each) {
            for (Finding finding : own) {
                boolean ofClient = clients.contains(finding.primary().file().path());
                if (!ofClient || each.stream().allMatch(others -> hasLike(others, finding))) {
                    found.findings().add(finding);
                }
            }
        }
        List<NotChecked> once = List.copyOf(new LinkedHashSet<>(found.notChecked()));
        found.notChecked().clear();
        found.notChecked().addAll(once);
    }

    private static boolean hasLike(Set<Finding> findings, Finding other) {
        return findings.stream()
                .anyMatch(finding ->
                        finding.rule().equals(other.rule()) && finding.primary().equals(other.primary()));
    }

    private ClusterContext context(Cluster cluster) {
        return new ClusterContext(
                cluster,
                workspace.tree(),
                now,
                workspace.roles(cluster),
                workspace.superusers(cluster),
                workspace.settings());
    }

    private void take(ClusterFindings found, int all) {
        summaries.add(found.summary());
        findings.addAll(found.findings());
        notChecked.addAll(found.notChecked());
        files.putAll(found.files());
        worded.add(found.worded());
        progress.reached(summaries.size(), all);
        asked = found.rules().size() > asked.size() ? found.rules() : asked;
    }

    private void check(Rule rule, ClusterContext context, ClusterFindings found) {
        Cluster cluster = context.cluster();
        if (rule instanceof ClusterRule clusterRule
                && !isOff(rule)
                && rule.info().appliesTo(cluster.version())) {
            add(rule, cluster.name(), clusterRule.check(context), found.findings(), found.notChecked());
        }
    }

    private void check(Rule rule, TreeContext context) {
        if (rule instanceof TreeRule treeRule && !isOff(rule)) {
            add(rule, "", treeRule.check(context), findings, notChecked);
        }
    }

    /** Returns the names of the clusters by directory. */
    private Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        for (LintReport.ClusterSummary cluster : summaries) {
            names.put(cluster.directory(), cluster.name());
        }
        return names;
    }

    private LintReport.Coverage coverage() {
        int certificates = 0;
        for (int own : files.values()) {
            certificates += own;
        }
        return new LintReport.Coverage(files.size(), certificates, asked.size());
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

    private void add(
            Rule rule, String cluster, RuleOutcome outcome, Set<Finding> found, Collection<NotChecked> unknown) {
        RuleSetting setting = workspace.settings().get(rule.info().id());
        for (Finding finding : outcome.findings()) {
            found.add(
                    setting == null
                            ? finding
                            : finding.withSeverity(setting.severity().orElse(finding.severity())));
        }
        for (RuleOutcome.Inconclusive item : outcome.inconclusive()) {
            unknown.add(new NotChecked(cluster, rule.info().id(), item.reason(), item.place()));
        }
    }
}
