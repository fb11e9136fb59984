package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.report.ReportFormat;
import io.github.pgmtls.lint.report.ReportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many clusters at once. */
class InOrderTest {

    @Test
    void resultsAreTakenInTheOrderOfTheThings() {
        List<Integer> taken = new ArrayList<>();
        InOrder.run(500, i -> i * ((i % 7) + 1) / ((i % 7) + 1), taken::add);

        assertThat(taken).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void fewResultsWaitToBeTaken() {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        InOrder.run(
                1000,
                i -> {
                    most.accumulateAndGet(made.incrementAndGet() - taken.get(), Math::max);
                    return i;
                },
                i -> taken.incrementAndGet());

        assertThat(most.get()).isLessThan(60);
    }

    @Test
    void aFailureOfTheWorkIsOneOfTheWhole() {
        assertThatThrownBy(() -> InOrder.run(
                        100,
                        i -> {
                            if (i == 50) {
                                throw new LintException("no such thing");
                            }
                            return i;
                        },
                        i -> {}))
                .isInstanceOf(LintException.class)
                .hasMessage("no such thing");
    }

    @Test
    void manyClustersGiveWhatEachGivesAlone(@TempDir Path directory) throws IOException {
        int count = ClusterList.MOST_KEPT + 10;
        for (int i = 0; i < count; i++) {
            Path cluster = Files.createDirectories(directory.resolve("db-" + (1000 + i)));
            Files.writeString(
                    cluster.resolve("pg_hba.conf"), i % 3 == 0 ? "host all all all trust\n" : "local all all peer\n");
            if (i % 2 == 0) {
                Files.writeString(cluster.resolve("postgresql.conf"), "ssl = off\n");
            }
        }
        Path part = Files.createDirectories(directory.resolve("db-1000/conf"));
        Files.writeString(part.resolve("pg_hba.conf"), "host all all all trust\n");
        Files.writeString(directory.resolve("db-1000/postgresql.conf"), "hba_file = 'conf/pg_hba.conf'\n");
        LintReport report = Linter.lint(LintRequest.of(directory).postgresql(17));

        assertThat(report.clusters()).hasSize(count);
        List<String> expected = new ArrayList<>();
        for (LintReport.ClusterSummary cluster : report.clusters()) {
            LintReport alone = Linter.lint(
                    LintRequest.of(directory.resolve(cluster.directory())).postgresql(17));
            for (Finding finding : alone.findings()) {
                expected.add(cluster.directory() + "/" + finding.primary() + " " + finding.rule());
            }
        }
        assertThat(report.findings().stream().map(finding -> finding.primary() + " " + finding.rule()))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(written(report))
                .isEqualTo(written(Linter.lint(LintRequest.of(directory).postgresql(17))));
    }

    private static String written(LintReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        ReportFormat.SARIF.write(report, out, ReportOptions.PLAIN);
        return out.toString();
    }
}
