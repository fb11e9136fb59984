package io.github.pgmtls.lint;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.exemption.WordedFiles;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the rules say about one cluster, and nothing of the cluster itself.
 *
 * @param summary what a report says about it
 * @param rules the rules that were asked
 * @param findings what they found
 * @param notChecked what could not be judged
 * @param files the paths of its files, each with the number of certificates that are read from it
 * @param worded how those of them are read in which words tell findings apart
 */
record ClusterFindings(
        LintReport.ClusterSummary summary,
        List<Rule> rules,
        Set<Finding> findings,
        List<NotChecked> notChecked,
        Map<String, Integer> files,
        WordedFiles worded) {

    static ClusterFindings of(Cluster cluster, List<Rule> rules) {
        Map<String, Integer> files = new LinkedHashMap<>();
        for (SourceFile file : cluster.reading().files()) {
            files.putIfAbsent(file.path(), 0);
        }
        for (PemFile pem : cluster.credentials().all()) {
            files.putIfAbsent(pem.file().path(), pem.certificates().size());
        }
        LintReport.ClusterSummary summary = new LintReport.ClusterSummary(
                cluster.name(), cluster.directory(), cluster.definition().declaredVersion());
        return new ClusterFindings(
                summary, rules, new LinkedHashSet<>(), new ArrayList<>(), files, WordedFiles.of(cluster));
    }
}
