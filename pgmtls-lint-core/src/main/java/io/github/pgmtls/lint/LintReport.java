package io.github.pgmtls.lint;

import io.github.pgmtls.lint.exemption.Fingerprints;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was found in a directory. Every list is in a fixed order, so that equal input gives equal reports.
 *
 * @param clusters the clusters that were found, by directory
 * @param findings by path, line, column and rule
 * @param notChecked what could not be judged, and why
 * @param coverage how much was looked at
 * @param exempted what else was found and is suppressed or in the baseline, in the same order
 * @param fingerprints the names of all findings
 * @param rules the rules that were asked, in the order of the catalogue; what is not among the findings of one passes
 * @param overviews what else there is to see, for a report that shows it
 */
public record LintReport(
        List<ClusterSummary> clusters,
        List<Finding> findings,
        List<NotChecked> notChecked,
        Coverage coverage,
        List<Exempted> exempted,
        Fingerprints fingerprints,
        List<RuleInfo> rules,
        Overviews overviews) {

    public LintReport {
        clusters = List.copyOf(clusters);
        exempted = List.copyOf(exempted);
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
        rules = List.copyOf(rules);
    }

    /** Makes a report of findings alone: without the rules that found nothing, and with no more to see. */
    public LintReport(
            List<ClusterSummary> clusters, List<Finding> findings, List<NotChecked> notChecked, Coverage coverage) {
        this(
                clusters,
                findings,
                notChecked,
                coverage,
                List.of(),
                new Fingerprints(findings, List.of()),
                List.of(),
                Stream::empty);
    }

    /** What there is to see of the clusters beside findings; made only when it is asked for. */
    @FunctionalInterface
    public interface Overviews {

        /**
         * Reads the directory once more and returns overviews of its clusters, each made when it is its turn.
         *
         * @throws LintException as {@link Linter#lint}
         */
        Stream<ClusterOverview> all();
    }

    /**
     * One cluster that was looked at.
     *
     * @param name its name: declared, or its directory
     * @param directory its directory in the linted one; empty for the top itself
     * @param postgresql the declared version of its server, if any
     */
    public record ClusterSummary(String name, String directory, Optional<PostgresVersion> postgresql) {}

    /**
     * How much was looked at.
     *
     * @param files number of files read
     * @param certificates number of certificates read, duplicates in several files included
     * @param rules number of rules that ran
     */
    public record Coverage(int files, int certificates, int rules) {}

    /** Returns the number of findings of one severity. */
    public long count(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).count();
    }

    /** Returns the number of findings that are suppressed. */
    public long suppressed() {
        return exempted.stream().filter(item -> item.by().isSuppression()).count();
    }

    /** Returns the number of findings that are in the baseline. */
    public long inBaseline() {
        return exempted.size() - suppressed();
    }

    /** Returns the findings that are at least as severe as the threshold. */
    public List<Finding> atLeast(Severity threshold) {
        return findings.stream().filter(f -> f.severity().isAtLeast(threshold)).toList();
    }
}
