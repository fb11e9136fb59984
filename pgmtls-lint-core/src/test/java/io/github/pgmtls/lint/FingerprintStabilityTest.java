package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.exemption.Baseline;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.report.BaselineFile;
import io.github.pgmtls.lint.rules.ExemptionRule;
import io.github.pgmtls.lint.rules.Rule;
import io.github.pgmtls.lint.rules.RuleInfo;
import io.github.pgmtls.lint.rules.catalog.RuleCatalog;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A finding keeps its name while its file is only laid out anew, and no other finding ever takes it. */
class FingerprintStabilityTest {

    private static final int SEEDS = 4;

    @TempDir
    private Path directory;

    static Stream<RuleInfo> rules() {
        return RuleCatalog.all().stream().map(Rule::info);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void layingOutFilesAnewLeavesEveryFingerprintUnchanged(RuleInfo rule) throws IOException {
        ExampleDirectory.write(rule.bad(), directory);
        Map<String, Long> before = fingerprints();
        assertThat(before).isNotEmpty();
        for (long seed = 0; seed < SEEDS; seed++) {
            for (Map.Entry<String, String> text : rule.bad().files().entrySet()) {
                Files.writeString(directory.resolve(text.getKey()), anew(text.getKey(), text.getValue(), seed));
            }
            assertThat(fingerprints()).as("seed %d", seed).isEqualTo(before);
        }
    }

    private static String anew(String path, String text, long seed) {
        if (path.endsWith("pg_hba.conf") || path.endsWith("pg_ident.conf")) {
            return Reformatter.records(text, AuthFileSyntax.of(new PostgresVersion(16)), seed);
        }
        return path.endsWith("postgresql.conf") ? Reformatter.settings(text, seed) : text;
    }

    /** Of what is said about comments themselves, nothing can be expected to stay. */
    private Map<String, Long> fingerprints() {
        LintReport report = lint();
        return report.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.rule() + " " + report.fingerprints().of(finding), Collectors.counting()));
    }

    @Test
    void theFingerprintsOfAReportAreUnique() throws IOException {
        for (Rule rule : RuleCatalog.all()) {
            Path own = Files.createDirectory(directory.resolve(rule.info().id()));
            ExampleDirectory.write(rule.info().bad(), own);
        }
        LintReport report = lint();

        assertThat(report.findings().stream().map(report.fingerprints()::of)).doesNotHaveDuplicates();
        assertThat(report.findings()).hasSizeGreaterThan(100);
    }

    @Test
    void swappingOneViolationForAnotherDoesNotPassTheBaseline() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 100; i++) {
            String one = record(random);
            String other = record(random);
            if (one.equals(other)) {
                continue;
            }
            Files.writeString(directory.resolve("pg_hba.conf"), one);
            Files.deleteIfExists(directory.resolve(Baseline.FILE_NAME));
            StringBuilder baseline = new StringBuilder();
            BaselineFile.write(BaselineUpdate.of(request(), false).baseline(), baseline);
            Files.writeString(directory.resolve(Baseline.FILE_NAME), baseline);
            assertThat(lint().findings()).as(one).isEmpty();

            Files.writeString(directory.resolve("pg_hba.conf"), other);
            List<Finding> found = lint().findings();

            assertThat(found)
                    .as("%s instead of %s", other, one)
                    .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo("trust-remote"));
            assertThat(found).extracting(Finding::rule).contains("baseline-entry-stale");
        }
    }

    static List<Swaps> swaps() {
        return Swaps.all();
    }

    @ParameterizedTest
    @MethodSource("swaps")
    void findingSomethingElseAtTheSamePlaceDoesNotPassTheBaseline(Swaps swap) throws IOException {
        Path one = Files.createDirectory(directory.resolve("db"));
        ExampleDirectory.write(swap.one(), one);
        StringBuilder baseline = new StringBuilder();
        LintRequest request = LintRequest.of(one).now(ExampleDirectory.now());
        BaselineFile.write(BaselineUpdate.of(request, false).baseline(), baseline);
        assertThat(Linter.lint(request).findings()).extracting(Finding::rule).contains(swap.rule());
        Files.writeString(one.resolve(Baseline.FILE_NAME), baseline);
        assertThat(Linter.lint(request).findings()).extracting(Finding::rule).doesNotContain(swap.rule());

        FileUtils.deleteDirectory(one.toFile());
        ExampleDirectory.write(swap.other(), Files.createDirectory(one));
        Files.writeString(one.resolve(Baseline.FILE_NAME), baseline);

        assertThat(Linter.lint(request).findings())
                .extracting(Finding::rule)
                .contains(swap.rule(), "baseline-entry-stale");
    }

    /** What a rule tells findings apart by is worth nothing unless somebody has tried it. */
    @Test
    void everyRuleThatFindsSeveralThingsAtOnePlaceIsTried() throws IOException {
        Set<String> telling = new TreeSet<>();
        List<String> ofExemptions = RuleCatalog.all().stream()
                .filter(ExemptionRule.class::isInstance)
                .map(rule -> rule.info().id())
                .toList();
        for (Rule rule : RuleCatalog.all()) {
            Path own = Files.createDirectory(directory.resolve(rule.info().id()));
            ExampleDirectory.write(rule.info().bad(), own);
            Linter.lint(LintRequest.of(own).now(ExampleDirectory.now())).findings().stream()
                    .filter(finding -> !finding.subject().isEmpty())
                    .filter(finding -> !ofExemptions.contains(finding.rule()))
                    .forEach(finding -> telling.add(finding.rule()));
        }
        assertThat(swaps()).extracting(Swaps::rule).containsAll(telling);
    }

    private static String record(SplittableRandom random) {
        String[] types = {"host", "hostssl", "hostnossl"};
        String[] names = {"all", "\"all\"", "app", "\"App\"", "app,shop", "shop,app", "+app"};
        return types[random.nextInt(types.length)] + " " + names[random.nextInt(names.length)] + " "
                + names[random.nextInt(names.length)] + " 10." + random.nextInt(3) + ".0.0/1" + (6 + random.nextInt(3))
                + " trust\n";
    }

    private LintReport lint() {
        return Linter.lint(request());
    }

    private LintRequest request() {
        return LintRequest.of(directory).now(ExampleDirectory.now());
    }
}
