package io.github.pgmtls.lint.maven;

import static io.github.pgmtls.lint.finding.Severity.ERROR;
import static io.github.pgmtls.lint.finding.Severity.INFO;
import static io.github.pgmtls.lint.finding.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.report.ReportOptions;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final ReportOptions ON_ERROR = ReportOptions.PLAIN;
    private static final ReportOptions ON_WARNING = ReportOptions.PLAIN.withFailOn(Optional.of(WARNING));
    private static final ReportOptions ON_INFO = ReportOptions.PLAIN.withFailOn(Optional.of(INFO));
    private static final ReportOptions NEVER = ReportOptions.PLAIN.withFailOn(Optional.empty());

    @Test
    void aReportWithoutFindingsPasses() {
        assertThat(Verdict.failure(report(), ON_INFO)).isEmpty();
    }

    @Test
    void findingsBelowTheThresholdPass() {
        LintReport report = report(finding(WARNING, "a", 1), finding(INFO, "a", 2));
        assertThat(Verdict.failure(report, ON_ERROR)).isEmpty();
        assertThat(Verdict.failure(report, NEVER)).isEmpty();
        assertThat(Verdict.failure(report, ON_WARNING)).isPresent();
        assertThat(Verdict.failure(report, ON_INFO)).isPresent();
    }

    @Test
    void theVerdictCountsEverythingAndShowsTheFirstOfTheWorst() {
        LintReport report =
                report(finding(WARNING, "a", 1), finding(ERROR, "a", 2), finding(ERROR, "b", 3), finding(INFO, "a", 4));
        assertThat(Verdict.failure(report, ON_INFO))
                .contains("2 errors, 1 warning, 1 info in 2 clusters; first: a/pg_hba.conf:2:1: a problem [some-rule]");
    }

    @Test
    void thePathLeadsThereFromTheBaseDirectory() {
        assertThat(Verdict.failure(report(finding(ERROR, "a", 1)), ON_ERROR.withPrefix("servers")))
                .hasValueSatisfying(line -> assertThat(line).contains("first: servers/a/pg_hba.conf:1:1: "));
    }

    @Test
    void oneFindingIsCountedInTheSingular() {
        assertThat(Verdict.failure(report(finding(ERROR, "a", 1)), ON_ERROR))
                .contains("1 error in 1 cluster; first: a/pg_hba.conf:1:1: a problem [some-rule]");
    }

    @Test
    void theVerdictStaysOneLineAndShowsNoPassword() {
        Finding finding = finding(ERROR, "a", 1, "line\nbreak and ldapbindpasswd=topsecret");
        assertThat(Verdict.failure(report(finding), ON_ERROR))
                .hasValueSatisfying(line -> assertThat(line).doesNotContain("\n", "topsecret"));
    }

    private static LintReport report(Finding... findings) {
        return new LintReport(List.of(), List.of(findings), List.of(), new LintReport.Coverage(1, 0, 1));
    }

    private static Finding finding(Severity severity, String cluster, int line) {
        return finding(severity, cluster, line, "a problem");
    }

    private static Finding finding(Severity severity, String cluster, int line, String message) {
        SourceFile file = SourceFile.ofText(cluster + "/pg_hba.conf", "x\n".repeat(9));
        Location place = Location.of(file, new Span(2 * line - 2, 2 * line - 1));
        return new Finding(
                "some-rule", severity, cluster, message, place, List.of(), Optional.empty(), Optional.empty());
    }
}
