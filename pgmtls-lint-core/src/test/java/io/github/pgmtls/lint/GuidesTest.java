package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.testing.ExampleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guides that people follow, as configuration repositories in {@code src-it}: as written and corrected. Each says in
 * its {@code expected.txt} what is to be found in it: {@code severity rule path:line}.
 */
class GuidesTest {

    private static final Path PROJECTS = Path.of("../src-it");
    private static final Instant NOW = ExampleDirectory.now();

    @TempDir
    private Path directory;

    static Stream<String> guides() throws IOException {
        try (Stream<Path> projects = Files.list(PROJECTS)) {
            return projects
                    .map(project -> project.getFileName().toString())
                    .filter(name -> name.startsWith("guide-"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<String> corrected() throws IOException {
        return guides().filter(name -> name.endsWith("-corrected"));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void whatIsFoundIsWhatTheGuideSaysNoMoreAndNoLess(String guide) throws Exception {
        List<String> expected = new ArrayList<>();
        for (String line : Files.readAllLines(PROJECTS.resolve(guide).resolve("expected.txt"))) {
            if (!line.startsWith("#")) {
                expected.add(line);
            }
        }
        Collections.sort(expected);
        copy(guide);
        assertThat(found(NOW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("corrected")
    void aCorrectedGuideIsCleanOnEverySupportedVersion(String guide) throws Exception {
        copy(guide);
        for (int version = 14; version <= 18; version++) {
            replace("pgmtls.yaml", "postgresql: \\d+", "postgresql: " + version);
            assertThat(found(NOW)).as("on version %d", version).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("corrected")
    void whereNobodySaysTheVersionOnlyUnsupportedOnesRefuseACorrectedGuide(String guide) throws Exception {
        copy(guide);
        replace("pgmtls.yaml", "postgresql: \\d+\n", "");
        assertThat(found(NOW)).allMatch(line -> line.startsWith("info parameter-unknown "));
    }

    @Test
    void thereAreFiveGuidesAsWrittenAndCorrected() throws IOException {
        assertThat(guides().map(name -> name.substring(0, "guide-000".length())).distinct())
                .hasSize(5);
        assertThat(corrected()).hasSize(5);
    }

    @Test
    void twoYearsLaterTheCertificatesOfGuide000HaveExpired() throws Exception {
        copy("guide-000-corrected");
        assertThat(found(NOW.plus(730, ChronoUnit.DAYS)))
                .contains("error certificate-expired server.crt:1", "error certificate-expired clients/minio.crt:1")
                .hasSize(7);
    }

    @Test
    void fresherThanTwoThirdsOfItsDayACertificateOfGuide001IsFine() throws Exception {
        copy("guide-001-corrected");
        assertThat(found(Instant.parse("2026-06-15T15:59:00Z"))).isEmpty();
        assertThat(found(Instant.parse("2026-06-15T16:01:00Z")))
                .contains("warning certificate-expires-soon server.crt:1");
    }

    @Test
    void eachTrackedKeyOfGuide000IsFound() throws Exception {
        StringBuilder keys = new StringBuilder();
        for (String service : List.of("postgres", "avchecker", "pgquartz", "pgfga", "pgroute66", "minio")) {
            keys.append("clients/%1$s.key: key of clients/%1$s.crt | tracked\n".formatted(service));
        }
        copy("guide-000-literal", keys.toString());
        assertThat(found(NOW))
                .filteredOn(line -> line.startsWith("error private-key-in-git clients/"))
                .hasSize(6);
    }

    @Test
    void aTrackedKeyOfGuide003IsFoundInsteadOfItsMode() throws Exception {
        copy("guide-003-corrected");
        Path key = directory.resolve("postgres_server.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(found(NOW)).containsExactly("error key-permissions postgres_server.key:1");
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            git.add().addFilepattern("postgres_server.key").call();
        }
        assertThat(found(NOW)).containsExactly("error private-key-in-git postgres_server.key:1");
    }

    @Test
    void aPasswordRecordAboveTheRecordOfGuide002HidesIt() throws Exception {
        copy("guide-002-corrected");
        Files.writeString(
                directory.resolve("pg_hba.conf"),
                "host all all 10.0.0.0/8 md5\nhostssl cmdbvm cmdb 10.0.6.188/32 cert\n");
        assertThat(found(NOW)).contains("error record-shadowed pg_hba.conf:2");
    }

    @Test
    void withoutItsPasswordRecordsGuide003HidesMapsBehindARecordWithoutOne() throws Exception {
        copy("guide-003-appended");
        replace("pg_hba.conf", "(?m)^.*md5\n", "");
        assertThat(found(NOW))
                .filteredOn(line -> line.contains("pg_hba.conf"))
                .containsExactlyInAnyOrder(
                        "warning superuser-by-cert pg_hba.conf:1",
                        "error record-shadowed pg_hba.conf:2",
                        "error record-shadowed pg_hba.conf:3");
    }

    @Test
    void aNameThatTheServerOfGuide003DoesNotCarryIsFound() throws Exception {
        copy("guide-003-corrected");
        replace("pgmtls.yaml", "raxus.swgalaxy", "other.swgalaxy");
        assertThat(found(NOW)).containsExactly("error san-lacks-server-name postgres_server.crt:1");
    }

    @Test
    void theGenericNamesOfARequestFileOpenNothingInGuide003() throws Exception {
        copy("guide-003-corrected", """
                postgres_client1.crt: CN=Generic Client PostgreSQL | own key | by rootCA.pem | for clients
                postgres_client2.crt: CN=Generic Client PostgreSQL | own key | by rootCA.pem | for clients
                """);
        assertThat(found(NOW))
                .containsExactly(
                        "error cn-not-admitted postgres_client1.crt:1", "error cn-not-admitted postgres_client2.crt:1");
    }

    @Test
    void aFragmentOfGuide004IsFineIfTheFileThatIncludesItSwitchesTlsOn() throws Exception {
        copy("guide-004-literal");
        Files.createDirectory(directory.resolve("conf.d"));
        Files.move(directory.resolve("postgresql.conf"), directory.resolve("conf.d/tls.conf"));
        Files.writeString(directory.resolve("postgresql.conf"), "ssl = on\ninclude_dir 'conf.d'\n");
        assertThat(found(NOW))
                .containsExactly(
                        "error clientcert-value pg_hba.conf:4",
                        "error root-missing etc/ssl/certs/banyan-ca.crt:1",
                        "info key-in-public-directory conf.d/tls.conf:2");
    }

    private List<String> found(Instant now) {
        LintReport report = Linter.lint(LintRequest.of(directory).now(now));
        return report.findings().stream().map(GuidesTest::line).sorted().toList();
    }

    private static String line(Finding finding) {
        return finding.severity().word() + " " + finding.rule() + " "
                + finding.primary().file().path() + ":"
                + finding.primary().start().line();
    }

    private void copy(String guide) throws IOException {
        copy(guide, "");
    }

    /** Copies a guide and makes its credentials; later lines of the recipe replace earlier ones. */
    private void copy(String guide, String furtherCredentials) throws IOException {
        FileUtils.copyDirectory(PROJECTS.resolve(guide).toFile(), directory.toFile());
        Files.writeString(directory.resolve("credentials.txt"), furtherCredentials, StandardOpenOption.APPEND);
        ExampleDirectory.makeCredentials(directory);
    }

    private void replace(String path, String regex, String replacement) throws IOException {
        Path file = directory.resolve(path);
        String before = Files.readString(file);
        assertThat(before).containsPattern(regex);
        Files.writeString(file, before.replaceAll(regex, replacement));
    }
}
