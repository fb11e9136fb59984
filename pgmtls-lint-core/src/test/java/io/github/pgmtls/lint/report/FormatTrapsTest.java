package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What the readers of formats do not say when they refuse or drop something. */
class FormatTrapsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LintReport report = Reports.rich();

    /** Two equal findings, one that is suppressed, and one more of another rule. */
    @BeforeEach
    void lint(@TempDir Path directory) throws IOException {
        InspectionExample.write(directory.resolve("shop"), Map.of("postgresql.conf", "ssl = on\n", "pg_hba.conf", """
                        # pgmtls:ignore[trust-remote] until=2099-12-31 -- until the <b>old</b> client is gone
                        host  all  batch  10.0.0.0/8  trust
                        host  all  app    10.1.0.0/16  trust
                        host  all  app    10.1.0.0/16  trust
                        """));
        report = Linter.lint(LintRequest.of(directory).now(Pki.NOW));
        assertThat(report.exempted())
                .extracting(Exempted::finding)
                .extracting(Finding::rule)
                .containsExactly("trust-remote");
        assertThat(report.findings()).extracting(Finding::rule).contains("trust-remote", "record-shadowed");
    }

    private JsonNode json(ReportFormat format) {
        return JSON.readTree(Reports.write(format, report));
    }

    @ParameterizedTest
    @EnumSource
    void noFormatStartsWithAByteOrderMarkOrHoldsATime(ReportFormat format) {
        String written = Reports.write(format, report);

        assertThat(written.getBytes(StandardCharsets.UTF_8)[0]).isPositive();
        // the one time that there is belongs to a drawing, and what is drawn expires
        assertThat(format == ReportFormat.HTML ? "" : written).doesNotContain("2026-");
    }

    @Test
    void gitLabGetsAFingerprintOfItsOwnForEachAndPathsFromTheTop() {
        JsonNode entries = json(ReportFormat.GITLAB);
        Set<String> fingerprints = new HashSet<>();

        assertThat(entries).hasSize(report.findings().size());
        for (JsonNode entry : entries) {
            assertThat(fingerprints.add(entry.get("fingerprint").asString())).isTrue();
            assertThat(entry.at("/location/path").asString()).isEqualTo("shop/pg_hba.conf");
            assertThat(entry.at("/location/lines/begin").isInt()).isTrue();
            assertThat(entry.at("/location/lines/begin").asInt()).isPositive();
            assertThat(entry.get("description").asString())
                    .startsWith(entry.get("check_name").asString() + ": ");
            assertThat(entry.get("severity").asString()).isIn("info", "minor", "major", "critical", "blocker");
        }
    }

    @Test
    void sarifGivesGitHubLevelRuleAndTextsOfEachResult() {
        JsonNode run = json(ReportFormat.SARIF).at("/runs/0");

        assertThat(run.get("columnKind").asString()).isEqualTo("utf16CodeUnits");
        assertThat(run.at("/automationDetails/id").asString()).endsWith("/");
        for (JsonNode result : run.get("results")) {
            assertThat(result.get("level").asString()).isIn("error", "warning", "note");
            assertThat(result.get("ruleIndex").asInt()).isNotNegative();
            assertThat(result.at("/message/text").asString()).isNotEmpty();
            assertThat(result.at("/partialFingerprints/primaryLocationLineHash").asString())
                    .matches("[0-9a-f]+:[0-9]+");
            assertThat(result.at("/locations/0/physicalLocation/region/endColumn")
                            .asInt())
                    .isGreaterThan(result.at("/locations/0/physicalLocation/region/startColumn")
                            .asInt());
        }
        assertThat(Reports.write(ReportFormat.SARIF, report)).doesNotContain("\"\"", "file:/");
    }

    @Test
    void sarifMarksWhatIsSuppressedAsItsReadersExpect() {
        List<JsonNode> suppressed = new ArrayList<>();
        json(ReportFormat.SARIF).at("/runs/0/results").forEach(result -> {
            if (result.has("suppressions")) {
                suppressed.add(result);
            }
        });

        assertThat(suppressed).hasSize(1);
        assertThat(suppressed.get(0).at("/suppressions/0/kind").asString()).isEqualTo("inSource");
        assertThat(suppressed.get(0).at("/suppressions/0/status").asString()).isEqualTo("accepted");
    }

    @Test
    void noRuleHasMoreTagsThanGitHubShowsAndSeveritiesAreTexts() {
        List<RuleInfo> rules = RuleCatalog.all().stream().map(Rule::info).toList();
        report = Reports.with(report, rules, Stream::empty);
        int weaknesses = 0;
        for (JsonNode rule : json(ReportFormat.SARIF).at("/runs/0/tool/driver/rules")) {
            JsonNode tags = rule.at("/properties/tags");
            assertThat(tags.size()).isBetween(1, 10);
            assertThat(tags.get(0).asString()).isEqualTo("security");
            for (int i = 1; i < tags.size(); i++) {
                assertThat(tags.get(i).asString()).matches("external/cwe/cwe-[0-9]{3,4}");
                weaknesses++;
            }
            assertThat(rule.at("/properties/security-severity").isString()).isTrue();
            assertThat(rule.at("/properties/precision").asString()).isIn("very-high", "high", "medium", "low");
        }
        assertThat(weaknesses).isGreaterThan(50);
    }

    @Test
    void junitSkipsWhatIsSuppressedAndSaysWhy() {
        report = new LintReport(
                report.clusters(),
                List.of(),
                List.of(),
                report.coverage(),
                report.exempted(),
                report.fingerprints(),
                report.rules(),
                Stream::empty);
        String xml = Reports.write(ReportFormat.JUNIT, report);

        assertThat(xml)
                .contains("skipped=\"1\"", "failures=\"0\"")
                .contains(
                        "<skipped message=\"suppressed: until the &lt;b&gt;old&lt;/b&gt; client is gone (until 2099-12-31)\"");
    }

    @Test
    void junitHasOneCaseForEachRuleAndCluster() {
        String xml = Reports.write(ReportFormat.JUNIT, report);
        List<String> names = xml.lines()
                .filter(line -> line.contains("<testcase "))
                .map(line -> line.replaceAll(".* name=\"([^\"]*)\".*", "$1"))
                .toList();

        assertThat(names).doesNotHaveDuplicates().contains("trust-remote", "ssl-off");
        assertThat(xml).contains("(and 1 more)");
    }

    @Test
    void checkstyleKnowsThreeSeveritiesAndOneFileOfAName() {
        String xml = Reports.write(ReportFormat.CHECKSTYLE, report);

        assertThat(xml).containsOnlyOnce("<file name=\"shop/pg_hba.conf\">");
        assertThat(xml.lines().filter(line -> line.contains("<error ")))
                .hasSize(report.findings().size())
                .allMatch(line -> line.matches(
                        " *<error line=\"[1-9][0-9]*\" column=\"[1-9][0-9]*\" severity=\"(error|warning|info)\" message=\".+\""
                                + " source=\"pgmtls\\.[a-z0-9-]+\"/>"));
    }

    @Test
    void gnuHasAPlaceAndARuleInEveryLine() {
        String place = "shop/pg_hba\\.conf:[1-9][0-9]*:[1-9][0-9]*: (error|warning|note): .+ \\[[a-z0-9-]+\\]";
        String notChecked = "pgmtls-lint: note: not checked: .+ \\[[a-z0-9-]+\\]";

        assertThat(Reports.write(ReportFormat.GNU, report).lines())
                .hasSizeGreaterThan(report.findings().size())
                .allMatch(line -> line.matches(place) || line.matches(notChecked));
    }

    @Test
    void jsonCountsFromOneAndEndsBehindTheEnd() {
        for (JsonNode finding : json(ReportFormat.JSON).get("findings")) {
            assertThat(finding.toString()).contains("\"line\"", "\"column\"", "\"endColumn\"");
            assertThat(finding.findValue("line").asInt()).isPositive();
            assertThat(finding.findValue("column").asInt()).isPositive();
        }
        assertThat(json(ReportFormat.JSON).get("schema").asString()).isEqualTo("pgmtls-report/1");
    }

    @Test
    void htmlOfAFleetStaysSmallAndPutsTheWorstOnTop() {
        List<LintReport.ClusterSummary> clusters = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Finding one = report.findings().get(0);
        for (int i = 0; i < 500; i++) {
            String name = "db" + i;
            clusters.add(new LintReport.ClusterSummary(name, name, Optional.empty()));
            for (int k = 0; k < i; k++) {
                findings.add(new Finding(
                        one.rule(),
                        Severity.ERROR,
                        name,
                        "number " + k,
                        one.primary(),
                        one.related(),
                        one.serverMessage(),
                        one.hint()));
            }
        }
        String html = Reports.write(
                ReportFormat.HTML, new LintReport(clusters, findings, List.of(), new LintReport.Coverage(1, 0, 1)));

        assertThat(html.split("<article ", -1)).hasSize(2_001);
        assertThat(html).hasSizeLessThan(8_000_000).contains("499 more findings are not shown");
        assertThat(html.indexOf(">db499</a>")).isLessThan(html.indexOf(">db1</a>"));
        assertThat(html).contains("Who gets in is not drawn");
    }

    @Test
    void htmlShowsWhatIsExemptApartAndCountsIt() {
        String html = Reports.write(ReportFormat.HTML, report);

        assertThat(html)
                .contains("Exempt: 1 finding that counts for nothing")
                .contains("<span class=\"tag\">suppressed</span>")
                .contains("until the &lt;b&gt;old&lt;/b&gt; client is gone, until 2099-12-31")
                .contains("<td class=\"number none\">1</td>");
        assertThat(html.split("<article ", -1)).hasSize(report.findings().size() + 1);
    }
}
