package io.github.pgmtls.lint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.report.ReportFormat;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class ReportTargetTest {

    private static final Path BASE = Path.of("base").toAbsolutePath();
    private static final ReportFiles FILES = new ReportFiles(BASE, BASE.resolve("reports"));

    @Test
    void whatIsReadInTheOutputNeedsNoFile() throws Exception {
        assertThat(ReportTarget.parse(List.of("text", "github"), FILES))
                .extracting(ReportTarget::file)
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void textGoesToTheLogAndJsonIntoTheReportDirectory() throws Exception {
        assertThat(ReportTarget.parse(List.of("text", "json"), FILES))
                .containsExactly(
                        new ReportTarget(ReportFormat.TEXT, Optional.empty()),
                        new ReportTarget(ReportFormat.JSON, Optional.of(BASE.resolve("reports/pgmtls.json"))));
    }

    @Test
    void aNamedFileCountsFromTheBaseDirectory() throws Exception {
        assertThat(ReportTarget.parse(List.of(" JSON = out/a=b.json "), FILES))
                .containsExactly(new ReportTarget(ReportFormat.JSON, Optional.of(BASE.resolve("out/a=b.json"))));
    }

    @Test
    void anUnknownFormatIsAnsweredWithTheKnownOnes() {
        assertThatThrownBy(() -> ReportTarget.parse(List.of("text", "jsno"), FILES))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("pgmtls.reports holds \"jsno\"; write format or format=file")
                .hasMessageContaining("text, json");
    }

    @Test
    void anEqualsSignNeedsAFile() {
        assertThatThrownBy(() -> ReportTarget.parse(List.of("json="), FILES)).hasMessageContaining("holds \"json=\"");
    }

    @Test
    void twoReportsDoNotShareAFile() {
        assertThatThrownBy(() -> ReportTarget.parse(List.of("text=out", "json=./out"), FILES))
                .hasMessage("pgmtls.reports is \"text=out,json=./out\"; two of these go to " + BASE.resolve("out"));
        assertThatThrownBy(() -> ReportTarget.parse(List.of("text", "text"), FILES))
                .hasMessageEndingWith("two of these go to the log");
    }

    @Test
    void reportsGoIntoTheBuildDirectoryOfTheProject() {
        MavenProject project = new MavenProject();
        project.setFile(BASE.resolve("pom.xml").toFile());
        project.setBuild(new Build());
        project.getBuild().setDirectory(BASE.resolve("out").toString());
        assertThat(ReportFiles.of(BASE.toFile(), null, project).directory()).isEqualTo(BASE.resolve("out/pgmtls"));
    }

    @Test
    void withoutAProjectReportsGoBelowTheBaseDirectory() {
        MavenProject standalone = new MavenProject();
        standalone.setBuild(new Build());
        standalone.getBuild().setDirectory("${project.basedir}/target");
        assertThat(ReportFiles.of(BASE.toFile(), null, standalone).directory())
                .isEqualTo(BASE.resolve("target/pgmtls"));
        assertThat(ReportFiles.of(BASE.toFile(), new File("/elsewhere"), standalone)
                        .directory())
                .isEqualTo(new File("/elsewhere").toPath());
    }

    @Test
    void theDescriptionOfTheParameterNamesEveryFormat() throws Exception {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        Matcher description = Pattern.compile("<name>reports</name>.*?<description>(.*?)</description>", Pattern.DOTALL)
                .matcher(descriptor);
        assertThat(description.find()).isTrue();
        List<String> words = List.of(description.group(1).split("\\W+", -1));
        assertThat(words)
                .containsAll(Arrays.stream(ReportFormat.values())
                        .map(ReportFormat::formatName)
                        .toList());
    }
}
