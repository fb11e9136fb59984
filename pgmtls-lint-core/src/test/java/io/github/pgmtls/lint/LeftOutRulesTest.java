package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.rules.ClusterRule;
import io.github.pgmtls.lint.rules.Example;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleOutcome;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are not asked about a cluster without certificates would have nothing to say. */
class LeftOutRulesTest {

    @TempDir
    private Path directory;

    @Test
    void theyHaveNothingToSayAboutAnyExample() throws IOException {
        int number = 0;
        int left = 0;
        for (Example example : examples()) {
            Path own = Files.createDirectory(directory.resolve("example" + number++));
            ExampleDirectory.write(example, own);
            Workspace workspace = Workspace.open(LintRequest.of(own).now(ExampleDirectory.now()));
            for (Cluster cluster : workspace.clusters()) {
                left += check(workspace, cluster);
            }
        }
        assertThat(left).as("rules left out").isGreaterThan(1_000);
    }

    private static List<Example> examples() {
        return Stream.concat(
                        RuleCatalog.all().stream()
                                .flatMap(rule ->
                                        Stream.of(rule.info().bad(), rule.info().good())),
                        Stream.of(
                                Example.hba("hostssl all all all cert\n"),
                                Example.conf("ssl = on\nssl_ca_file = '/etc/ca.crt'\nssl_cert_file = '/etc/s.crt'\n"),
                                Example.conf("ssl = on\nssl_ca_file = 'ca.crt'\nssl_cert_file = 's.crt'\n"),
                                Example.conf("ssl = on\n")
                                        .with("pgmtls.yaml", "clusters: {db: {server-names: [pg1.example.com]}}\n")))
                .toList();
    }

    private static int check(Workspace workspace, Cluster cluster) {
        List<Rule> left = new ArrayList<>(RuleCatalog.all());
        left.removeAll(RuleCatalog.about(cluster));
        ClusterContext context = new ClusterContext(
                cluster,
                workspace.tree(),
                ExampleDirectory.now(),
                workspace.roles(cluster),
                workspace.superusers(cluster),
                workspace.settings());
        for (Rule rule : left) {
            if (rule instanceof ClusterRule clusterRule) {
                RuleOutcome outcome = clusterRule.check(context);
                assertThat(outcome.findings()).as(rule.info().id()).isEmpty();
                assertThat(outcome.inconclusive()).as(rule.info().id()).isEmpty();
            }
        }
        return left.size();
    }
}
