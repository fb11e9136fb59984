package io.github.pgmtls.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.exemption.Baseline;
import io.github.pgmtls.lint.finding.Exempted;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.report.BaselineFile;
import io.github.pgmtls.lint.report.ReportFormat;
import io.github.pgmtls.lint.report.ReportOptions;
import io.github.pgmtls.lint.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Suppressions and the baseline: what they cover, what they do not, and what is said of them. */
class ExemptionsTest {

    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void aCommentBehindARecordSuppressesWhatIsFoundInIt() throws IOException {
        write("pg_hba.conf", "hostssl all app all md5  # pgmtls:ignore[md5-method] -- replaced in May\n");

        LintReport report = lint();

        assertThat(report.findings()).isEmpty();
        assertThat(report.exempted()).singleElement().satisfies(item -> {
            assertThat(item.by()).isEqualTo(Exempted.By.COMMENT);
            assertThat(item.reason()).contains("replaced in May");
            assertThat(item.finding().rule()).isEqualTo("md5-method");
        });
        assertThat(text(report)).contains("0 infos · 1 suppressed · 1 cluster");
    }

    @Test
    void aCommentOfItsOwnIsAboutTheLineBelowAndNoOther() throws IOException {
        write("pg_hba.conf", """
                # pgmtls:ignore[trust-remote] until=2026-06-15 -- ticket 1
                # and a further comment
                host a all 10.0.0.0/8 trust
                host b all 10.0.0.0/8 trust
                """);

        assertThat(found()).contains("trust-remote 4").doesNotContain("trust-remote 3");
    }

    @Test
    void aBlankLineParts() throws IOException {
        write("pg_hba.conf", """
                # pgmtls:ignore[trust-remote] -- ticket 1

                host a all 10.0.0.0/8 trust
                """);

        assertThat(found()).contains("trust-remote 3", "suppression-unused 1");
    }

    @Test
    void aRecordOverSeveralLinesIsOneLine() throws IOException {
        write("pg_hba.conf", """
                # pgmtls:ignore[trust-remote] -- ticket 1
                host a all \\
                  10.0.0.0/8 trust
                """);

        assertThat(found()).noneMatch(line -> line.startsWith("trust-remote"));
    }

    @Test
    void settingsAndMapsHaveSuppressionsToo() throws IOException {
        write("postgresql.conf", """
                ssl = on
                # pgmtls:ignore[tls-version-range] -- old clients until autumn
                ssl_min_protocol_version = 'TLSv1' # not = '# pgmtls:ignore[x] -- y'
                """);
        write("pg_hba.conf", "local all all peer\n");
        write("pg_ident.conf", "m  a  b  # pgmtls:ignore[map-unused] -- for the next release\n");

        assertThat(lint().exempted()).extracting(item -> item.finding().rule()).contains("map-unused");
    }

    @Test
    void whatLooksLikeACommentInAValueIsNone() throws IOException {
        write("pg_hba.conf", "host \"# pgmtls:ignore[trust-remote] -- x\" all 10.0.0.0/8 trust\n");

        assertThat(found()).containsExactly("trust-remote 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pgmtls:ignore[md5-method]                             | suppression has no reason
            pgmtls:ignore[md5-method] --                          | suppression has no reason
            pgmtls:ignore[md5-method] because                     | suppression is not understood at "because"
            pgmtls:ignore[] -- x                                  | suppression names no rule
            pgmtls:ignore -- x                                    | suppression is not understood
            pgmtls:ignore[md5-metod] -- x                         | suppression of an unknown rule "md5-metod"; did you mean "md5-method"?
            pgmtls:ignore[md5-method, x-y] -- x                   | suppression of an unknown rule "x-y"
            pgmtls:ignore[md5-method] until=2026-13-01 -- x       | suppression ends on no day
            pgmtls:ignore[record-syntax] -- x                     | rule "record-syntax" cannot be suppressed
            pgmtls:ignore[private-key-in-git] -- x                | rule "private-key-in-git" cannot be suppressed
            old clients; pgmtls:ignore[md5-method] -- x           | suppression is not understood
            pgmtls:ignored[md5-method] -- x                       | suppression is not understood
            """)
    void whatIsNotUnderstoodSuppressesNothingAndIsTold(String comment, String message) throws IOException {
        write("pg_hba.conf", "hostssl all app all md5  # " + comment + "\n");

        assertThat(lint().findings())
                .anyMatch(finding -> finding.rule().equals("md5-method"))
                .filteredOn(finding -> finding.rule().equals("suppression-invalid"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).startsWith(message));
    }

    @Test
    void itCountsUpToItsLastDay() throws IOException {
        write("pg_hba.conf", "hostssl all app all md5  # pgmtls:ignore[md5-method] until=2026-06-15 -- x\n");

        assertThat(lint().findings()).isEmpty();
        LintReport later = Linter.lint(request().now(Instant.parse("2026-06-16T00:00:00Z")));
        assertThat(later.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("md5-method", "suppression-expired");
        assertThat(later.exempted()).isEmpty();
    }

    @Test
    void whoeverWantsTheRawPictureGetsIt() throws IOException {
        write("pg_hba.conf", "hostssl all app all md5  # pgmtls:ignore[md5-method] -- x\n");
        write("pgmtls.yaml", "suppress: [{rule: md5-method, reason: x}]\n");

        LintReport report = Linter.lint(request().suppressions(false));

        assertThat(report.findings()).extracting(Finding::rule).containsExactly("md5-method");
    }

    @Test
    void thePolicySuppressesByTheWordsOfALineOrByItsPath() throws IOException {
        write("prod/pg_hba.conf", """
                host  legacy  all   10.9.0.0/16   trust
                host  other   all   10.9.0.0/16   trust
                """);
        write("test/pg_hba.conf", "host legacy all 10.9.0.0/16 trust\n");
        write("pgmtls.yaml", """
                suppress:
                  - {rule: trust-remote, cluster: prod, match: "host legacy * 10.9.0.0/16 *", reason: "ticket 123"}
                  - {rule: trust-remote, match: "test/*", reason: "a test"}
                  - {rule: trust-remote, match: "nothing", reason: "none"}
                """);

        assertThat(found()).filteredOn(line -> line.startsWith("trust-remote")).containsExactly("trust-remote 2");
        assertThat(found()).contains("suppression-unused 4");
    }

    @Test
    void anUnknownClusterIsAnError() throws IOException {
        write("prod/pg_hba.conf", "local all all peer\n");
        write("pgmtls.yaml", "suppress: [{rule: trust-remote, cluster: prd, reason: x}]\n");

        assertThatThrownBy(this::lint)
                .isInstanceOf(LintException.class)
                .hasMessage("pgmtls.yaml:1:12: unknown cluster \"prd\"; did you mean \"prod\"?");
    }

    @Test
    void theBaselineExemptsFromWhatWasFoundAndFromNothingElse() throws IOException {
        write("pg_hba.conf", "host a all 10.0.0.0/8 trust\nhost b all 10.0.0.0/8 md5\n");
        baseline(false);

        LintReport same = lint();
        assertThat(same.findings()).isEmpty();
        assertThat(same.inBaseline()).isPositive();
        assertThat(text(same)).contains(" in the baseline");

        write("pg_hba.conf", "host c all 10.0.0.0/8 trust\nhost b all 10.0.0.0/8 md5\n");
        assertThat(found()).contains("trust-remote 1").anyMatch(line -> line.startsWith("baseline-entry-stale"));
    }

    @Test
    void pruningTakesOutWhatIsMendedAndAddsNothing() throws IOException {
        write("pg_hba.conf", "host a all 10.0.0.0/8 trust\n");
        baseline(false);
        write("pg_hba.conf", "host b all 10.0.0.0/8 trust\n");

        BaselineUpdate update = baseline(true);

        assertThat(update.baseline().entries()).isEmpty();
        assertThat(found()).contains("trust-remote 1").noneMatch(line -> line.startsWith("baseline"));
    }

    @Test
    void anEntryKeepsItsDayAndItsReason() throws IOException {
        write("pg_hba.conf", "host a all 10.0.0.0/8 trust\n");
        baseline(false);
        String text = Files.readString(directory.resolve(Baseline.FILE_NAME));
        assertThat(text).contains("\"since\":\"2026-06-15\"", "\"text\":\"host a all 10.0.0.0/8 trust\"");
        write(
                Baseline.FILE_NAME,
                text.replace("\"since\":\"2026-06-15\"", "\"since\":\"2026-01-01\",\"reason\":\"r\""));

        baseline(false);

        assertThat(directory.resolve(Baseline.FILE_NAME))
                .content()
                .contains("2026-01-01")
                .contains("\"reason\":\"r\"");
    }

    @Test
    void whatIsNeverFineIsInNoBaseline() throws IOException {
        write("pg_hba.conf", "host all all 10.0.0.0/8 cert\n");

        BaselineUpdate update = baseline(false);

        assertThat(update.leftOut()).extracting(Finding::rule).contains("cert-requires-hostssl");
        assertThat(lint().findings()).extracting(Finding::rule).contains("cert-requires-hostssl");
    }

    @Test
    void aPasswordIsNotWrittenDown() throws IOException {
        write("pg_hba.conf", "host all all 10.0.0.0/8 ldap ldapserver=d ldapbasedn=dc ldapbindpasswd=\"hunter 2\"\n");

        baseline(false);

        assertThat(directory.resolve(Baseline.FILE_NAME))
                .content()
                .contains("***")
                .doesNotContain("hunter");
    }

    @Test
    void norIsAPassphrase() throws IOException {
        Baseline.Entry entry = new Baseline.Entry(
                "0".repeat(64),
                "setting-overridden",
                "postgresql.conf",
                "db",
                "ssl_passphrase_command = echo sesame",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Location.of(SourceFile.ofText("postgresql.conf", "")));
        StringBuilder text = new StringBuilder();

        BaselineFile.write(new Baseline(List.of(entry)), text);

        assertThat(text)
                .contains("\"text\":\"ssl_passphrase_command = echo ***\"")
                .doesNotContain("sesame");
    }

    @Test
    void aBaselineThatIsNoneIsAnErrorWithItsPlace() throws IOException {
        write("pg_hba.conf", "local all all peer\n");
        write(Baseline.FILE_NAME, "{\"schema\": \"pgmtls-baseline/1\", \"entries\": [\n{\"rule\": 1}]}");

        assertThatThrownBy(this::lint)
                .isInstanceOf(LintException.class)
                .hasMessageStartingWith(".pgmtls-baseline.json:2: expected a text for \"rule\"");
        assertThatThrownBy(() -> Linter.lint(request().baseline(Optional.of("other.json"))))
                .isInstanceOf(LintException.class)
                .hasMessageContaining("other.json");
    }

    /** What counts must not depend on who lints, and git itself must not be started to find that out. */
    @Test
    void aRevisionIsReadWithoutTheConfigurationOfTheUser() throws Exception {
        write("pg_hba.conf", "hostssl a app all md5  # pgmtls:ignore[md5-method] -- approved\n");
        commit();
        SystemReader usual = SystemReader.getInstance();
        SystemReader.setInstance(new SystemReader.Delegate(usual) {
            @Override
            public FileBasedConfig openUserConfig(Config parent, FS fs) {
                throw new AssertionError("the configuration of the user was asked for");
            }

            @Override
            public FileBasedConfig openSystemConfig(Config parent, FS fs) {
                throw new AssertionError("the configuration of the machine was asked for");
            }
        });
        try {
            assertThat(Linter.lint(request().policyRef("HEAD")).findings()).isEmpty();
        } finally {
            SystemReader.setInstance(usual);
        }
    }

    @Test
    void aChangeCannotExemptItself() throws Exception {
        write("pg_hba.conf", "hostssl a app all md5  # pgmtls:ignore[md5-method] -- approved\n");
        commit();
        LintRequest approved = request().policyRef("HEAD");
        assertThat(Linter.lint(approved).findings()).isEmpty();

        write("pg_hba.conf", """
                hostssl a app all            md5  # pgmtls:ignore[md5-method] -- approved
                host    b all 10.0.0.0/8  trust  # pgmtls:ignore[trust-remote] -- not approved
                """);
        write("pgmtls.yaml", "rules: {trust-remote: off}\nsuppress: [{rule: trust-remote, reason: x}]\n");
        baseline(false);

        LintReport report = Linter.lint(approved);
        assertThat(report.findings())
                .extracting(Finding::rule)
                .contains("trust-remote", "suppression-invalid")
                .doesNotContain("md5-method");
        assertThat(report.exempted()).hasSize(1);
        assertThat(report.notChecked())
                .extracting(item -> item.subject() + " " + item.reason())
                .contains(
                        "pgmtls.yaml differs from that of HEAD, and only that is in force",
                        ".pgmtls-baseline.json differs from that of HEAD, and only that is in force");
        assertThatThrownBy(() -> Linter.lint(request().policyRef("nowhere")))
                .isInstanceOf(LintException.class)
                .hasMessageContaining("pgmtls.policyRef");
    }

    private void commit() throws GitAPIException {
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setSign(false)
                    .setAuthor("a", "a@example.org")
                    .setCommitter("a", "a@example.org")
                    .setMessage("m")
                    .call();
        }
    }

    private BaselineUpdate baseline(boolean onlyPrune) throws IOException {
        BaselineUpdate update = BaselineUpdate.of(request(), onlyPrune);
        StringBuilder text = new StringBuilder();
        BaselineFile.write(update.baseline(), text);
        write(Baseline.FILE_NAME, text.toString());
        return update;
    }

    private static String text(LintReport report) throws IOException {
        StringBuilder out = new StringBuilder();
        ReportFormat.TEXT.write(report, out, ReportOptions.PLAIN);
        return out.toString();
    }

    private List<String> found() {
        return lint().findings().stream()
                .map(finding -> finding.rule() + " " + finding.primary().start().line())
                .toList();
    }

    private LintReport lint() {
        return Linter.lint(request());
    }

    private LintRequest request() {
        return LintRequest.of(directory).postgresql(16).now(NOW);
    }

    private void write(String path, String text) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }
}
