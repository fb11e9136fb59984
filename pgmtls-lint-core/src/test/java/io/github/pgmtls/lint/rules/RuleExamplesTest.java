package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.LintRequest;
import io.github.pgmtls.lint.Linter;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in the description of a rule are true. */
class RuleExamplesTest {

    @TempDir
    private Path directory;

    static Stream<RuleInfo> rules() {
        return RuleCatalog.all().stream().map(Rule::info);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theBadExampleIsFoundInEveryVersionOfTheRule(RuleInfo rule) throws IOException {
        ExampleDirectory.write(rule.bad(), directory);
        for (int version : versions(rule, rule.bad())) {
            assertThat(lint(version))
                    .as("PostgreSQL %d", version)
                    .extracting(Finding::rule)
                    .contains(rule.id());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theGoodExampleIsNotFoundInAnyVersionOfTheRule(RuleInfo rule) throws IOException {
        ExampleDirectory.write(rule.good(), directory);
        for (int version : versions(rule, rule.good())) {
            assertThat(lint(version))
                    .as("PostgreSQL %d", version)
                    .extracting(Finding::rule)
                    .doesNotContain(rule.id());
        }
    }

    static Stream<RuleInfo> rulesWithOptions() {
        return rules().filter(rule -> !rule.options().isEmpty());
    }

    /** What is wrong by usual measure is fine by the most lenient one, which the policy can set. */
    @ParameterizedTest
    @MethodSource("rulesWithOptions")
    void optionsDecideWhatIsFound(RuleInfo rule) throws IOException {
        List<List<Finding>> found = new ArrayList<>();
        for (ToIntFunction<RuleOption> extreme :
                List.<ToIntFunction<RuleOption>>of(RuleOption::least, RuleOption::most)) {
            Path own = Files.createDirectory(directory.resolve("with" + found.size()));
            String options = rule.options().stream()
                    .map(option -> option.name() + ": " + extreme.applyAsInt(option))
                    .collect(Collectors.joining(", "));
            String policy = rule.bad().files().getOrDefault("pgmtls.yaml", "");
            String rules = "rules: {" + rule.id() + ": {" + options + "}}\n";
            ExampleDirectory.write(rule.bad().with("pgmtls.yaml", policy + rules), own);
            found.add(
                    Linter.lint(LintRequest.of(own).now(ExampleDirectory.now())).findings());
        }
        assertThat(found)
                .anySatisfy(findings ->
                        assertThat(findings).extracting(Finding::rule).doesNotContain(rule.id()))
                .anySatisfy(findings ->
                        assertThat(findings).extracting(Finding::rule).contains(rule.id()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theDescriptionIsComplete(RuleInfo rule) {
        assertThat(rule.summary()).isNotBlank().doesNotEndWith(".");
        assertThat(rule.rationale()).endsWith(".");
        assertThat(rule.remedy()).endsWith(".");
        assertThat(rule.sources()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyFindingOfTheBadExampleHasAPlaceAndAPlainMessage(RuleInfo rule) throws IOException {
        assertThat(lint(rule.bad())).filteredOn(f -> f.rule().equals(rule.id())).allSatisfy(finding -> {
            assertThat(finding.primary().file().path()).isNotBlank();
            assertThat(finding.message()).isNotBlank().doesNotEndWith(".");
            assertThat(finding.hint()).isPresent();
        });
    }

    @Test
    void idsAreUnique() {
        assertThat(rules().map(RuleInfo::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleIsNamedLikeItsClass() {
        assertThat(RuleCatalog.all())
                .allSatisfy(rule -> assertThat(rule.getClass().getSimpleName())
                        .isEqualToIgnoringCase(rule.info().id().replace("-", "")));
    }

    private static List<Integer> versions(RuleInfo rule, Example example) {
        List<Integer> versions = IntStream.rangeClosed(Math.max(rule.since(), example.since()), rule.until())
                .boxed()
                .toList();
        assertThat(versions).isNotEmpty();
        return versions;
    }

    private List<Finding> lint(int version) {
        LintRequest request = LintRequest.of(directory).now(ExampleDirectory.now());
        return Linter.lint(request.postgresql(version)).findings();
    }

    private List<Finding> lint(Example example) throws IOException {
        ExampleDirectory.write(example, directory);
        LintReport report = Linter.lint(LintRequest.of(directory).now(ExampleDirectory.now()));
        return report.findings();
    }
}
