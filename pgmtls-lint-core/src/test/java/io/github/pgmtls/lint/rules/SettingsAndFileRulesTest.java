package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.NotChecked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps of the rules about settings, files and dates. */
class SettingsAndFileRulesTest {

    private static final Example CERT =
            Example.hba("hostssl all all all cert\n").on(16);
    private static final String BASE64 = "MIGTAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBHkwdwIBAQQg".repeat(2);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "ssl = on"
            "ssl on"
            "SSL = yes"
            "ssl = off\nssl = on"
            "ssl = 'true'  # always"
            """)
    void tlsThatIsOnIsOnHoweverItIsWritten(String conf) throws IOException {
        assertThat(Findings.of("ssl-off", CERT.with("postgresql.conf", conf + "\n"), directory))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "#ssl = on"           | 1
            "ssl = on\nssl = off" | 2
            """)
    void theLastValueOfSslCounts(String conf, int line) throws IOException {
        assertThat(Findings.of("ssl-off", CERT.with("postgresql.conf", conf + "\n"), directory))
                .containsExactly("error postgresql.conf:" + line);
    }

    @Test
    void whatAlterSystemWroteCountsMoreThanPostgresqlConf() throws IOException {
        Example example = CERT.with("postgresql.conf", "ssl = off\n").with("postgresql.auto.conf", "ssl = 'on'\n");
        assertThat(Findings.of("ssl-off", example, directory)).isEmpty();
    }

    @Test
    void whereAnIncludedFileIsNotThereNobodyKnowsWhetherTlsIsOn() throws IOException {
        LintReport report =
                Findings.lint(CERT.with("postgresql.conf", "include_if_exists '/etc/pg/tls.conf'\n"), directory);
        assertThat(report.findings()).noneMatch(finding -> finding.rule().equals("ssl-off"));
        assertThat(report.notChecked()).extracting(NotChecked::subject).contains("ssl-off", "ssl-ca-file-unset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local all all peer", "host all all all scram-sha-256", "hostnossl all all all reject"})
    void whereNoRecordAsksForTlsItMayBeOff(String record) throws IOException {
        Example example = Example.hba(record + "\n").with("postgresql.conf", "port = 5432\n");
        assertThat(Findings.of("ssl-off", example, directory)).isEmpty();
    }

    @Test
    void whereNoRecordAsksForACertificateNoCaIsNeeded() throws IOException {
        Example example = Example.hba("hostssl all all all scram-sha-256\n").with("postgresql.conf", "ssl = on\n");
        assertThat(Findings.of("ssl-ca-file-unset", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl_ca_file = ''",
                "#ssl_ca_file = 'missing.crt'",
                "ssl_key_file = 'missing.key'",
                "ssl_ca_file = '/etc/ssl/missing.crt'",
                "ssl_ca_file = 'deployed.crt'",
            })
    void aFileThatTheRepositoryNeedNotHaveIsNotMissing(String setting) throws IOException {
        Example example = Example.conf("ssl = on\n" + setting + "\n")
                .with("pgmtls.yaml", "kept-elsewhere: [deployed.crt]\n")
                .withCredential("server.crt", "CN=db1");
        assertThat(Findings.of("file-missing", example, directory)).isEmpty();
    }

    /** As servers of all versions say "Not a directory", or that there is none; a directory may stand for itself. */
    @ParameterizedTest
    @CsvSource({
        "ssl_ca_file, certs/root.crt/, error",
        "ssl_ca_file, certs/root.crt/., error",
        "ssl_ca_file, certs//root.crt//, error",
        "ssl_ca_file, nowhere/../certs/root.crt, error",
        "ssl_ca_file, certs/root.crt/../root.crt, error",
        "ssl_cert_file, certs/root.crt/, error",
        "ssl_key_file, certs/root.crt/, error",
        "ssl_crl_file, certs/root.crt/, error",
        "ssl_ca_file, .//certs/./../certs//root.crt, ''",
        "hba_file, certs/root.crt/, ''",
        "ssl_crl_dir, certs/, ''",
    })
    void aSlashBehindAFileOfTlsMakesItNoFile(String parameter, String name, String severity) throws IOException {
        Example example = Example.conf("ssl = on\n" + parameter + " = '" + name + "'\n")
                .withCredential("certs/root.crt", "CN=Root | ca")
                .withCredential("server.crt", "CN=db1")
                .withCredential("server.key", "key of server.crt | mode 0600");
        assertThat(Findings.of("file-missing", example, directory))
                .isEqualTo(severity.isEmpty() ? List.of() : List.of(severity + " postgresql.conf:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ssl_ca_file", "ssl_cert_file", "ssl_crl_file"})
    void aNamedFileThatIsNotThereIsMissing(String setting) throws IOException {
        Example example =
                Example.conf("ssl = on\n" + setting + " = 'missing.pem'\n").withCredential("server.crt", "CN=db1");
        assertThat(Findings.of("file-missing", example, directory)).containsExactly("error postgresql.conf:2");
    }

    @Test
    void aFileBehindAPathMappingIsLookedUpThere() throws IOException {
        Example example = Example.conf("ssl = on\nssl_ca_file = '/etc/pki/ca.crt'\n")
                .with("pgmtls.yaml", "path-mappings: {/etc/pki: pki}\n")
                .withCredential("server.crt", "CN=db1");
        assertThat(Findings.of("file-missing", example, directory)).containsExactly("error postgresql.conf:2");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0600, ''
            0400, ''
            0700, ''
            0644, error server.key:1
            0660, error server.key:1
            0604, error server.key:1
            """)
    void theModeOfAKeyIsJudgedAsTheServerJudgesIt(String mode, String expected) throws IOException {
        Example example = Example.conf("ssl = on\n")
                .withCredential("server.crt", "CN=db1")
                .withCredential("server.key", "key of server.crt | mode " + mode);
        assertThat(Findings.of("key-permissions", example, directory))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void anIntermediateBeforeTheServersOwnCertificateDoesNotFitTheKey() throws IOException {
        Example example = Example.conf("ssl = on\n")
                .withCredential("root", "CN=Root | ca | elsewhere")
                .withCredential("leaf", "CN=db1 | by server.crt | elsewhere")
                .withCredential("server.crt", "CN=Intermediate | by root | ca | with leaf")
                .withCredential("server.key", "key of leaf | mode 0600");
        assertThat(Findings.of("key-mismatch", example, directory)).containsExactly("error server.crt:1");
    }

    @Test
    void anIntermediateBehindTheServersOwnCertificateIsFine() throws IOException {
        Example example = Example.conf("ssl = on\n")
                .withCredential("intermediate", "CN=Intermediate | ca | elsewhere")
                .withCredential("server.crt", "CN=db1 | by intermediate | with intermediate")
                .withCredential("server.key", "key of server.crt | mode 0600");
        assertThat(Findings.of("key-mismatch", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            "Look for -----BEGIN PRIVATE KEY----- in the file.\n"                 | ''
            "$ANSIBLE_VAULT;1.1;AES256\n61613530333233\n"                         | ''
            "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"          | ''
            "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"        | error
            "-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----\n"| error
            "key: |\n  -----BEGIN EC PRIVATE KEY-----\n  %s\n"                    | error
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\n%s\n"                         | warning
            """)
    void aKeyIsAKeyAndTextAboutKeysIsNot(String text, String severity) throws Exception {
        Example example = Example.hba("local all all peer\n").with("notes", text.formatted(BASE64));
        Findings.lint(example, directory);
        try (Git git = Git.init().setDirectory(directory.toFile()).call()) {
            git.add().addFilepattern("notes").call();
        }
        List<String> found = Findings.of("private-key-in-git", example, directory);
        assertThat(found).allMatch(line -> line.startsWith(severity + " notes:"));
        assertThat(found).hasSize(severity.equals("''") || severity.isEmpty() ? 0 : 1);
    }

    @Test
    void aKeyThatGitDoesNotTrackIsNotInGit() throws IOException {
        Example example = Example.conf("ssl = on\n")
                .withCredential("server.crt", "CN=db1 | tracked")
                .withCredential("server.key", "key of server.crt | mode 0600");
        assertThat(Findings.of("private-key-in-git", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from 2026-06-15 | until 2026-06-16 | ''
            from 2026-06-01 | until 2026-07-01 | ''
            from 2026-06-10 | until 2026-06-16 | certificate-expires-soon
            from 2026-03-20 | until 2026-06-18 | certificate-expires-soon
            from 2026-01-01 | until 2026-07-10 | certificate-expires-soon
            from 2026-01-01 | until 2026-08-01 | ''
            from 2026-01-01 | until 2026-06-15 | certificate-expired
            from 2026-06-16 | until 2027-06-16 | certificate-not-yet-valid
            """)
    void howSoonIsSoonDependsOnTheLifetime(String from, String until, String expected) throws IOException {
        Example example = Example.conf("ssl = on\n")
                .withCredential("server.crt", "CN=db1 | dns db1.example.com | " + from + " | " + until);
        List<String> dates = Findings.lint(example, directory).findings().stream()
                .map(finding -> finding.rule())
                .filter(rule -> rule.startsWith("certificate-"))
                .toList();
        assertThat(dates).isEqualTo(expected.equals("''") || expected.isEmpty() ? List.of() : List.of(expected));
    }
}
