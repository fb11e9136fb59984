package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the readers of the formats for programs rely on beyond their schemas. */
class MachineReportTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void jsonGivesPathsAsTheyAre() {
        String path = Reports.hostile().findings().get(0).primary().file().path();
        JsonNode json = JSON.readTree(Reports.write(ReportFormat.JSON, Reports.hostile()));

        assertThat(json.at("/findings/0/path").asString()).isEqualTo(path).contains("\u001b", "\u202e", "\n");
    }

    @Test
    void sarifPointsToOneLineAndItsRule() {
        JsonNode run = sarif(Reports.rich());

        assertThat(run.at("/results")).hasSize(Reports.rich().findings().size());
        for (JsonNode result : run.at("/results")) {
            assertThat(run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id"))
                    .isEqualTo(result.get("ruleId"));
            JsonNode region = result.at("/locations/0/physicalLocation/region");
            assertThat(region.has("endLine") ? region.get("endLine") : region.get("startLine"))
                    .isEqualTo(region.get("startLine"));
        }
    }

    @Test
    void sarifLinksWhatExplainsAFinding() {
        JsonNode result = sarif(Reports.rich()).at("/results/1");

        assertThat(result.at("/message/text").asString())
                .startsWith("the map \"apps\" is not defined. ")
                .contains("See [needs it](1), [the only map](2).");
        assertThat(result.at("/relatedLocations/0/id").asInt()).isEqualTo(1);
        assertThat(result.at("/relatedLocations/1/id").asInt()).isEqualTo(2);
    }

    @Test
    void sarifLeadsFromTheConnectionOverRecordAndMapToTheRole() {
        JsonNode steps = sarif(Reports.rich()).at("/results/1/codeFlows/0/threadFlows/0/locations");

        assertThat(steps.valueStream()
                        .map(step -> step.at("/location/message/text").asString()))
                .containsExactly(
                        "a connection over TLS to database app as user app from 10.1.0.0/16",
                        "no line of pg_ident.conf defines it",
                        "needs it",
                        "the only map",
                        "the role app");
        assertThat(steps.at("/0/location/physicalLocation/region/startColumn").asInt())
                .isEqualTo(1);
        assertThat(steps.at("/0/location/physicalLocation/region/endColumn").asInt())
                .isEqualTo("hostssl app       app   10.1.0.0/16".length() + 1);
        assertThat(steps.at("/4/location/physicalLocation/artifactLocation/uri").asString())
                .isEqualTo("prod-eu/pg_ident.conf");
    }

    @Test
    void sarifShowsNoWayThatStaysInOneFile() {
        assertThat(sarif(Reports.rich()).at("/results/0").has("codeFlows")).isFalse();
    }

    @Test
    void sarifNamesFilesAsUris() {
        String uri = sarif(Reports.hostile())
                .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asString();

        assertThat(uri).isEqualTo("%3A%3Aerror%3A%3A%1B%5B2J%E2%80%AE/%3Cb%3E%26%22%27%23%23%5Bx%5D%0A.conf");
    }

    @Test
    void sarifTellsWhatWasNotChecked() {
        assertThat(sarif(Reports.rich()).at("/invocations/0/toolExecutionNotifications"))
                .hasSize(3)
                .allMatch(note -> note.at("/message/text").asString().startsWith("not checked in cluster "));
    }

    @Test
    void sarifKeepsToWhatGitHubTakes() {
        List<Finding> findings = new ArrayList<>(many(25_000, Severity.WARNING));
        findings.addAll(many(1, Severity.ERROR));
        JsonNode run = sarif(Reports.of(findings.toArray(new Finding[0])));

        assertThat(run.at("/results")).hasSize(25_000);
        assertThat(run.at("/results/0/level").asString()).isEqualTo("error");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asString())
                .startsWith("1 findings are left out");
    }

    @Test
    void gitLabSeesEachFindingOfItsOwn() {
        JsonNode entries = JSON.readTree(Reports.write(
                ReportFormat.GITLAB, Reports.of(many(100, Severity.ERROR).toArray(new Finding[0]))));
        Set<String> fingerprints = new HashSet<>();
        entries.forEach(entry -> fingerprints.add(entry.get("fingerprint").asString()));

        assertThat(fingerprints).hasSize(100);
    }

    @Test
    void junitFailsWhereTheBuildDoes() {
        assertThat(junit(Optional.of(Severity.ERROR)))
                .contains("failures=\"3\"", "<system-out>warning[unknown-option]");
        assertThat(junit(Optional.of(Severity.INFO))).contains("failures=\"5\"");
        assertThat(junit(Optional.empty())).contains("failures=\"0\"").doesNotContain("<failure", "failures=\"5\"");
    }

    private static String junit(Optional<Severity> failOn) {
        return Reports.write(ReportFormat.JUNIT, Reports.rich(), ReportOptions.PLAIN.withFailOn(failOn));
    }

    @Test
    void gitHubGetsTenOfAKindAndTheMostSevereFirst() {
        List<Finding> findings = new ArrayList<>();
        for (Severity severity : List.of(Severity.INFO, Severity.WARNING, Severity.ERROR)) {
            findings.addAll(many(20, severity));
        }
        List<String> lines = Reports.write(ReportFormat.GITHUB, Reports.of(findings.toArray(new Finding[0])))
                .lines()
                .toList();

        assertThat(lines).hasSize(30);
        assertThat(lines.subList(0, 10))
                .allMatch(line -> line.startsWith("::error file=f.conf,line=1,endLine=1,col=1,"));
        assertThat(lines.subList(10, 20)).allMatch(line -> line.startsWith("::warning "));
        assertThat(lines.subList(20, 30)).allMatch(line -> line.startsWith("::notice "));
        assertThat(lines.get(29)).contains("20 errors, 20 warnings, 20 infos");
    }

    @Test
    void gitHubGetsNoCommandButOurs() {
        List<String> lines =
                Reports.write(ReportFormat.GITHUB, Reports.hostile()).lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .matches("::error file=[^:,]*,line=1,endLine=1,col=1,endColumn=\\d+,title=hostile::.*")
                .contains("file=%3A%3Aerror%3A%3A\\x1b[2J");
    }

    @Test
    void markdownShowsFilesAsText() {
        assertThat(Reports.write(ReportFormat.MARKDOWN, Reports.hostile()))
                .contains("\\<script\\>alert\\(1\\)\\</script\\>")
                .contains("1 error, 0 warnings");
    }

    @ParameterizedTest
    @EnumSource(names = "JSON", mode = EnumSource.Mode.EXCLUDE)
    void pathsGetTheirPrefix(ReportFormat format) {
        String report = Reports.write(format, Reports.rich(), ReportOptions.PLAIN.withPrefix("config"));

        assertThat(report.replace("\\_", "_")).contains("config/prod-eu/pg_hba.conf");
    }

    private static List<Finding> many(int count, Severity severity) {
        Location place = Reports.at(SourceFile.ofText("f.conf", "host all all all trust\n"), "host", "");
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            findings.add(new Finding(
                    "rule", severity, "main", "message " + i, place, List.of(), Optional.empty(), Optional.empty()));
        }
        return findings;
    }

    private static JsonNode sarif(LintReport report) {
        return JSON.readTree(Reports.write(ReportFormat.SARIF, report)).at("/runs/0");
    }
}
