package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.pgmtls.lint.AccessReporter;
import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.TraceQuery;
import io.github.pgmtls.lint.Tracer;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds each format that has a schema against it, whatever the report holds. */
class SchemaTest {

    private static final JsonMapper JSON = new JsonMapper();

    static Stream<LintReport> reports() {
        return Stream.of(Reports.rich(), Reports.clean(), Reports.hostile(), Reports.gigantic());
    }

    @ParameterizedTest
    @MethodSource("reports")
    void jsonFollowsThePublishedSchema(LintReport report) throws IOException {
        JsonNode schema = JSON.readTree(read("/io/github/pgmtls/lint/report/pgmtls-report-1.schema.json"));
        closeObjects(schema);

        assertThat(errors(schema.toString(), SpecificationVersion.DRAFT_2020_12, ReportFormat.JSON, report))
                .isEmpty();
    }

    @Test
    void anInspectionFollowsThePublishedSchema(@TempDir Path directory) throws IOException {
        JsonNode schema = JSON.readTree(read("/io/github/pgmtls/lint/report/pgmtls-show-1.schema.json"));
        closeObjects(schema);
        String json = InspectionExample.write(InspectionFormat.JSON, InspectionExample.rich(directory));

        assertThat(schema(schema.toString(), SpecificationVersion.DRAFT_2020_12).validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void whoGetsInFollowsThePublishedSchema(@TempDir Path directory) throws IOException {
        HtmlReportTest.drawn(directory);
        StringBuilder json = new StringBuilder();
        AccessFormat.JSON.write(AccessReporter.report(LintRequest.of(directory)), json, ReportOptions.PLAIN);

        assertThat(errorsOf("pgmtls-access-1", json.toString())).isEmpty();
        assertThat(errorsOf("pgmtls-access-1", json.toString().replace("\"witness\"", "\"example\"")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app", "job", "monitor", "nobody at all"})
    void aTraceFollowsThePublishedSchema(String user, @TempDir Path directory) throws IOException {
        HtmlReportTest.drawn(directory);
        TraceQuery query = TraceQuery.of(
                Optional.empty(),
                "tls",
                user,
                Optional.of("shop"),
                Optional.of("10.1.2.3"),
                false,
                Optional.of("clients/app.crt"));
        StringBuilder json = new StringBuilder();
        TraceFormat.JSON.write(Tracer.open(LintRequest.of(directory)).trace(query), json, ReportOptions.PLAIN);

        assertThat(errorsOf("pgmtls-trace-1", json.toString())).isEmpty();
        assertThat(errorsOf("pgmtls-trace-1", json.toString().replace("\"reason\"", "\"why\"")))
                .isNotEmpty();
    }

    private static List<Error> errorsOf(String name, String json) throws IOException {
        JsonNode schema = JSON.readTree(read("/io/github/pgmtls/lint/report/" + name + ".schema.json"));
        closeObjects(schema);
        return schema(schema.toString(), SpecificationVersion.DRAFT_2020_12).validate(json, InputFormat.JSON);
    }

    @Test
    void sarifDescribesEveryRule() throws IOException {
        List<RuleInfo> rules = RuleCatalog.all().stream().map(Rule::info).toList();
        LintReport report = Reports.with(Reports.rich(), rules, Stream::empty);

        assertThat(errors(
                        read("/schema/sarif-schema-2.1.0.json"),
                        SpecificationVersion.DRAFT_7,
                        ReportFormat.SARIF,
                        report))
                .isEmpty();
        JsonNode described =
                JSON.readTree(Reports.write(ReportFormat.SARIF, report)).at("/runs/0/tool/driver/rules");
        assertThat(described).hasSizeGreaterThan(rules.size());
        for (JsonNode rule : described) {
            for (String part : List.of("/shortDescription/text", "/fullDescription/text", "/help/text", "/name")) {
                assertThat(rule.at(part).asString()).as(rule + part).isNotEmpty();
            }
            assertThat(rule.at("/shortDescription/text").asString()).hasSizeLessThanOrEqualTo(1024);
            assertThat(rule.at("/fullDescription/text").asString()).hasSizeLessThanOrEqualTo(1024);
            assertThat(rule.at("/properties/security-severity").asString()).matches("[0-9]\\.[0-9]");
        }
    }

    @Test
    void junitShowsWhatPasses() {
        List<RuleInfo> rules = RuleCatalog.all().stream().map(Rule::info).toList();
        LintReport report = Reports.with(Reports.clean(), rules, Stream::empty);
        String xml = Reports.write(ReportFormat.JUNIT, report);

        assertThatCode(() -> validate("/schema/junit.xsd", xml)).doesNotThrowAnyException();
        assertThat(xml).contains("tests=\"" + rules.size() + "\" failures=\"0\"");
        assertThat(xml).contains("<testcase classname=\"pgmtls.main\" name=\"ssl-off\"");
    }

    /** Adds what the published schema leaves out so that fields can be added: that there are no others. */
    private static void closeObjects(JsonNode schema) {
        schema.forEach(SchemaTest::closeObjects);
        if (schema instanceof ObjectNode object && object.get("properties") instanceof ObjectNode) {
            object.put("additionalProperties", false);
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void sarifFollowsTheSchemaOfOasis(LintReport report) throws IOException {
        String schema = read("/schema/sarif-schema-2.1.0.json");

        assertThat(errors(schema, SpecificationVersion.DRAFT_7, ReportFormat.SARIF, report))
                .isEmpty();
    }

    @Test
    void aMistakeInSarifWouldBeFound() throws IOException {
        Schema schema = schema(read("/schema/sarif-schema-2.1.0.json"), SpecificationVersion.DRAFT_7);
        String sarif = Reports.write(ReportFormat.SARIF, Reports.rich());

        assertThat(schema.validate(sarif.replace("\"startLine\" : 6", "\"startLine\" : 0"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate(sarif.replace("\"level\"", "\"severity\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void gitLabGetsAllThatItRequires(LintReport report) throws IOException {
        String schema = read("/schema/gitlab-code-quality.schema.json");

        assertThat(errors(schema, SpecificationVersion.DRAFT_2020_12, ReportFormat.GITLAB, report))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void junitIsWhatItsReadersKnow(LintReport report) {
        String xml = Reports.write(ReportFormat.JUNIT, report);

        assertThatCode(() -> validate("/schema/junit.xsd", xml)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void checkstyleIsWhatItsReadersKnow(LintReport report) {
        String xml = Reports.write(ReportFormat.CHECKSTYLE, report);

        assertThatCode(() -> validate("/schema/checkstyle.xsd", xml)).doesNotThrowAnyException();
    }

    @Test
    void aMistakeInXmlWouldBeFound() {
        String xml = Reports.write(ReportFormat.JUNIT, Reports.rich()).replace("classname", "class");

        assertThatThrownBy(() -> validate("/schema/junit.xsd", xml)).isInstanceOf(SAXException.class);
    }

    private static List<Error> errors(
            String schema, SpecificationVersion version, ReportFormat format, LintReport report) {
        return schema(schema, version).validate(Reports.write(format, report), InputFormat.JSON);
    }

    private static Schema schema(String schema, SpecificationVersion version) {
        return SchemaRegistry.withDefaultDialect(version).getSchema(schema);
    }

    private static void validate(String schema, String xml) throws SAXException, IOException {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.newSchema(new StreamSource(new StringReader(read(schema))))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static String read(String resource) throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream(resource)) {
            return new String(
                    Objects.requireNonNull(in, resource).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }
}
