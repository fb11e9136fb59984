package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.policy.DidYouMean;
import io.github.pgmtls.lint.policy.RuleSetting;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule has to say here.
 *
 * @param cluster the name of the cluster; empty for the directory as a whole
 * @param active whether the rule is asked and has something to look at
 * @param reason why it is, or is not, in one phrase
 */
public record RuleStatus(String cluster, boolean active, String reason) {

    /**
     * Finds a rule.
     *
     * @throws LintException if there is no such rule
     */
    public static RuleInfo find(String id) {
        return RuleCatalog.find(id).orElseThrow(() -> {
            String meant = DidYouMean.suffix(new CatalogRules().ids(), id);
            return new LintException("there is no rule \"" + id + "\"" + meant + (meant.isEmpty() ? "; " : " ")
                    + "mvn pgmtls:rules lists them all");
        });
    }

    /**
     * Asks about a rule in every cluster of a directory.
     *
     * @throws LintException if there is no such rule, or as {@link Linter#lint}
     */
    public static List<RuleStatus> of(LintRequest request, String id) {
        RuleInfo info = find(id);
        Rule rule = RuleCatalog.all().stream()
                .filter(own -> own.info().id().equals(id))
                .findFirst()
                .orElseThrow();
        Workspace workspace = Workspace.open(request);
        LintReport report = Linter.lint(request);
        Optional<RuleSetting> setting = Optional.ofNullable(workspace.settings().get(id));
        if (setting.filter(RuleSetting::off).isPresent()) {
            return List.of(
                    new RuleStatus("", false, "turned off at " + setting.get().place()));
        }
        if (!(rule instanceof ClusterRule clusterRule)) {
            return List.of(new RuleStatus("", true, result(report, info, setting, Optional.empty())));
        }
        Instant now = request.now().orElseGet(Instant::now);
        List<RuleStatus> all = new ArrayList<>();
        for (Cluster cluster : workspace.clusters()) {
            ClusterContext context = new ClusterContext(
                            cluster,
                            workspace.tree(),
                            now,
                            workspace.roles(cluster),
                            workspace.superusers(cluster),
                            workspace.settings())
                    .expecting(workspace.expectations(cluster), workspace.surroundings(cluster));
            all.add(of(clusterRule, context, report, setting));
        }
        return all;
    }

    private static RuleStatus of(
            ClusterRule rule, ClusterContext context, LintReport report, Optional<RuleSetting> setting) {
        Cluster cluster = context.cluster();
        RuleInfo info = rule.info();
        if (!info.appliesTo(cluster.version())) {
            String reason = "it is about PostgreSQL " + info.since() + " to " + info.until()
                    + ", and this is judged as " + cluster.version();
            return new RuleStatus(cluster.name(), false, reason);
        }
        RuleOutcome outcome = rule.check(context);
        return outcome.notApplicable()
                .map(why -> new RuleStatus(cluster.name(), false, why))
                .orElseGet(() -> new RuleStatus(
                        cluster.name(), true, result(report, info, setting, Optional.of(cluster.name()))));
    }

    private static String result(
            LintReport report, RuleInfo info, Optional<RuleSetting> setting, Optional<String> cluster) {
        long findings = report.findings().stream()
                .filter(own -> isOf(own, info, cluster))
                .count();
        long exempted = report.exempted().stream()
                .map(Exempted::finding)
                .filter(own -> isOf(own, info, cluster))
                .count();
        long unchecked = report.notChecked().stream()
                .filter(own -> own.subject().equals(info.id()) && isIn(own, cluster))
                .count();
        String severity = setting.flatMap(own -> own.severity().map(word -> word.word() + ", set at " + own.place()))
                .orElse(info.severity().word());
        return "severity " + severity + "; " + findings + " found"
                + (exempted > 0 ? ", " + exempted + " suppressed or in the baseline" : "")
                + (unchecked > 0 ? ", " + unchecked + " not checked" : "");
    }

    private static boolean isOf(Finding finding, RuleInfo info, Optional<String> cluster) {
        return finding.rule().equals(info.id())
                && cluster.filter(name -> !name.equals(finding.cluster())).isEmpty();
    }

    private static boolean isIn(NotChecked item, Optional<String> cluster) {
        return cluster.filter(name -> !name.equals(item.cluster())).isEmpty();
    }
}
