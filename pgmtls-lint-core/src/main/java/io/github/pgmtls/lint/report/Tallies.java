package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of findings by cluster and by rule, for reports that nobody reads from top to bottom. */
final class Tallies {

    /** With fewer findings one sees it anyway. */
    private static final int FEWEST = 25;

    private static final int MOST_LINES = 10;

    private Tallies() {}

    /** Numbers under one name, by severity. */
    private record Tally(String name, int[] counts) {
        int all() {
            return counts[0] + counts[1] + counts[2];
        }

        private String words() {
            List<String> words = new ArrayList<>();
            for (Severity severity : Severity.values()) {
                int count = counts[severity.ordinal()];
                if (count > 0) {
                    words.add(Summary.count(count, severity.word()));
                }
            }
            return String.join(", ", words);
        }
    }

    /** Returns two lists, or nothing where there are few findings. */
    static String of(LintReport report) {
        if (report.findings().size() < FEWEST) {
            return "";
        }
        Map<String, Tally> clusters = new HashMap<>();
        Map<String, Tally> rules = new HashMap<>();
        for (Finding finding : report.findings()) {
            count(clusters, finding.cluster(), finding);
            count(rules, finding.rule(), finding);
        }
        String byCluster = report.clusters().size() > 1 ? list("by cluster", clusters) + "\n" : "";
        return byCluster + list("by rule", rules) + "\n";
    }

    private static void count(Map<String, Tally> tallies, String name, Finding finding) {
        Tally tally = tallies.computeIfAbsent(name, n -> new Tally(n, new int[Severity.values().length]));
        tally.counts[finding.severity().ordinal()]++;
    }

    /** Returns those with most errors first, and of equal ones those with most of all, and then by name. */
    private static String list(String title, Map<String, Tally> tallies) {
        List<Tally> sorted = new ArrayList<>(tallies.values());
        sorted.sort(Comparator.comparingInt((Tally tally) -> -tally.counts[0])
                .thenComparingInt(tally -> -tally.all())
                .thenComparing(Tally::name));
        StringBuilder text = new StringBuilder(title).append(":\n");
        for (Tally tally : sorted.subList(0, Math.min(sorted.size(), MOST_LINES))) {
            String name = tally.name.isEmpty() ? "the directory as a whole" : Visible.text(tally.name);
            text.append("- ").append(name).append(": ").append(tally.words()).append('\n');
        }
        int more = sorted.size() - MOST_LINES;
        return more > 0 ? text.append("- and ").append(more).append(" more\n").toString() : text.toString();
    }
}
