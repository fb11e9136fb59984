package io.github.pgmtls.lint.report;

import static io.github.pgmtls.lint.report.Reports.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintReport.Coverage;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextReportTest {

    private static final SourceFile FILE =
            SourceFile.ofText("f.conf", "one two three\nfour\nfive\nsix \\\n  seven\neight\n");

    @Test
    void labelsOfOneLineHangFromRightToLeft() {
        assertThat(frame(at(FILE, "two", "second"), at(FILE, "one", "first"), at(FILE, "three", "third")))
                .isEqualTo("""
                          |
                        1 | one two three
                          | --- ^^^ ----- third
                          | |   |
                          | |   second
                          | first
                          |
                        """);
    }

    @Test
    void aSingleLineBetweenIsShownAndMoreAreNot() {
        assertThat(frame(at(FILE, "one", ""), at(FILE, "five", "near"), at(FILE, "eight", "far")))
                .isEqualTo("""
                          |
                        1 | one two three
                          | ^^^
                        2 | four
                        3 | five
                          | ---- near
                        ...
                        6 | eight
                          | ----- far
                          |
                        """);
    }

    @Test
    void marksEachLineOfARecordThatContinues() {
        assertThat(frame(at(FILE, "six \\\n  seven", "all of it"))).isEqualTo("""
                          |
                        4 | six \\
                          | ^^^^^
                        5 |   seven
                          |   ^^^^^ all of it
                          |
                        """);
    }

    @Test
    void whatToChangeHidesWhatExplainsIt() {
        assertThat(frame(at(FILE, "two", "change this"), at(FILE, "one two three", "because of this")))
                .isEqualTo("""
                          |
                        1 | one two three
                          | ----^^^------
                          | |   |
                          | |   change this
                          | because of this
                          |
                        """);
    }

    @Test
    void anEmptyPlaceHasOneMark() {
        assertThat(frame(new Location(FILE, new Span(18, 18), "something is missing here")))
                .isEqualTo("""
                          |
                        2 | four
                          |     ^ something is missing here
                          |
                        """);
    }

    @Test
    void aPlaceBehindTheLastLineHasALineOfItsOwn() {
        int end = FILE.content().length();

        assertThat(frame(new Location(FILE, new Span(end, end), "missing"))).isEqualTo("""
                          |
                        7 |
                          | ^ missing
                          |
                        """);
    }

    @Test
    void noLineOfABinaryFileIsShown() {
        SourceFile der = SourceFile.of("server.key", new byte[] {0x30, 0x2e, 2, 1, 0, 0x30, 5, 'x'});

        assertThat(text(Location.of(der, new Span(2, 5)).labelled("version")))
                .contains(" --> server.key:1:3 (version)\n")
                .doesNotContain("|");
    }

    @Test
    void colourChangesNothingButTheColour() {
        ReportOptions colored = new ReportOptions(true, ReportOptions.PLAIN.width());
        for (LintReport report : List.of(Reports.rich(), Reports.clean(), Reports.hostile())) {
            String text = Reports.write(ReportFormat.TEXT, report, colored);
            assertThat(text).contains("\u001b[1");
            assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(Reports.write(ReportFormat.TEXT, report));
        }
    }

    @Test
    void linesOfFilesKeepToTheWidth() {
        for (int width : new int[] {0, 40, 72, 200}) {
            String text = Reports.write(ReportFormat.TEXT, Reports.gigantic(), new ReportOptions(false, width));
            assertThat(text.lines().filter(line -> line.startsWith("1 |")))
                    .hasSize(1)
                    .allMatch(line -> DisplayWidth.of(line) <= Math.max(width, 40) && line.contains("trust"));
        }
    }

    @Test
    void whatWasNotCheckedDoesNotFlood() {
        List<NotChecked> same = IntStream.range(0, 1000)
                .mapToObj(i -> new NotChecked("c" + i, "ssl-off", "a template", Optional.empty()))
                .toList();
        List<NotChecked> different = IntStream.range(0, 1000)
                .mapToObj(i -> new NotChecked("c", "subject-" + i, "a template", Optional.empty()))
                .toList();

        assertThat(notChecked(same)).contains("- ssl-off: a template\n").hasLineCount(6);
        assertThat(notChecked(different))
                .contains("- subject-0: a template\n", "- and 975 more, listed in the JSON report\n")
                .hasLineCount(31);
    }

    private static String notChecked(List<NotChecked> items) {
        return Reports.write(ReportFormat.TEXT, new LintReport(List.of(), List.of(), items, new Coverage(0, 0, 0)));
    }

    private static String text(Location primary, Location... related) {
        return Reports.write(
                ReportFormat.TEXT,
                Reports.of(new Finding(
                        "rule",
                        Severity.ERROR,
                        "main",
                        "message",
                        primary,
                        List.of(related),
                        Optional.empty(),
                        Optional.empty())));
    }

    /** Returns only the frame, between the place and the summary. */
    private static String frame(Location primary, Location... related) {
        String text = text(primary, related);
        return text.substring(text.indexOf("  |"), text.indexOf("\n\n") + 1);
    }

    @Test
    void manyFindingsAreCountedByClusterAndByRule() {
        Location place = Reports.at(SourceFile.ofText("f.conf", "host all all all trust\n"), "host", "");
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String cluster = i % 3 == 0 ? "b" : "a";
            Severity severity = i % 3 == 0 ? Severity.ERROR : Severity.WARNING;
            findings.add(new Finding(
                    "rule-" + i % 15,
                    severity,
                    cluster,
                    "message " + i,
                    place,
                    List.of(),
                    Optional.empty(),
                    Optional.empty()));
        }
        LintReport report = new LintReport(
                List.of(
                        new LintReport.ClusterSummary("a", "a", Optional.empty()),
                        new LintReport.ClusterSummary("b", "b", Optional.empty())),
                findings,
                List.of(),
                new LintReport.Coverage(2, 0, 1));

        assertThat(Reports.write(ReportFormat.TEXT, report))
                .contains(
                        "by cluster:\n- b: 10 errors\n- a: 20 warnings\n\nby rule:\n- rule-0: 2 errors\n- rule-12: 2 errors\n")
                .contains("- and 5 more\n\n10 errors, 20 warnings");
        assertThat(Reports.write(ReportFormat.TEXT, Reports.rich())).doesNotContain("by rule");
    }
}
