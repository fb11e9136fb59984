package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.report.InspectionFormat;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShowTargetTest {

    private static final Path BASE = Path.of("base").toAbsolutePath();
    private static final ReportFiles FILES = new ReportFiles(BASE, BASE.resolve("reports"));

    @Test
    void textGoesToTheLogAndJsonIntoTheReportDirectory() throws Exception {
        assertThat(ShowTarget.parse("text", null, FILES))
                .isEqualTo(new ShowTarget(InspectionFormat.TEXT, Optional.empty()));
        assertThat(ShowTarget.parse("JSON", " ", FILES))
                .isEqualTo(
                        new ShowTarget(InspectionFormat.JSON, Optional.of(BASE.resolve("reports/pgmtls-show.json"))));
    }

    @Test
    void aNamedFileCountsFromTheBaseDirectory() throws Exception {
        assertThat(ShowTarget.parse("text", "out/show.txt", FILES).file()).contains(BASE.resolve("out/show.txt"));
    }
}
