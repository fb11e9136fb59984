package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.Severity;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Traps of the rules about the files of TLS, and of what a team says about OpenSSL. */
class TlsFileRulesTest {

    private static final String REFUSED = "tls-file-refused";
    private static final Issued ROOT = Pki.ca("CN=Root");
    private static final Issued OTHER = Pki.ca("CN=Other");

    @TempDir
    private Path directory;

    /** What people do to a file of certificates without OpenSSL 3.0 minding. */
    enum Harmless {
        NOTHING(pem -> pem),
        CARRIAGE_RETURNS(pem -> pem.replace("\n", "\r\n")),
        BYTE_ORDER_MARK(pem -> "\uFEFF" + pem),
        TEXT_BEFORE(pem -> "Our root, see the wiki.\n\n" + pem),
        TEXT_BETWEEN(pem -> pem + "# the other one\n" + OTHER.pem()),
        OLD_LABEL(pem -> pem.replace(" CERTIFICATE", " X509 CERTIFICATE")),
        KEY_BEHIND(pem -> pem + ROOT.keyPem());

        private final UnaryOperator<String> change;

        Harmless(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    /** What people do to a file of certificates, after which the server does not start. */
    enum Harmful {
        EMPTY(pem -> ""),
        TEXT_ONLY(pem -> "see the wiki\n"),
        CUT_OFF(pem -> pem.substring(0, pem.length() / 2)),
        GLUED(pem -> pem.stripTrailing() + OTHER.pem()),
        INDENTED(pem -> pem.indent(4)),
        BAD_BASE64(pem -> pem.substring(0, 100) + "!" + pem.substring(101)),
        DAMAGED_END(pem -> pem.replace("-----END", "----END")),
        KEY_INSTEAD(pem -> ROOT.keyPem()),
        TRUSTED_LABEL(pem -> pem.replace(" CERTIFICATE", " TRUSTED CERTIFICATE")),
        LIST_INSTEAD(pem -> ROOT.crl()),
        OTHER_CONTENT(pem -> pem.replaceAll("(?s)(-----BEGIN CERTIFICATE-----\n).*(-----END)", "$1AAAA\n$2"));

        private final UnaryOperator<String> change;

        Harmful(UnaryOperator<String> change) {
            this.change = change;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatOpenSslReadsIsNotRefused(Harmless harmless) throws IOException {
        assertThat(authorities(harmless.change)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatOpenSslDoesNotReadIsRefused(Harmful harmful) throws IOException {
        assertThat(authorities(harmful.change)).hasSize(1).allMatch(line -> line.startsWith("error root.crt:"));
    }

    private List<String> authorities(UnaryOperator<String> change) throws IOException {
        Example example =
                Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").with("root.crt", change.apply(ROOT.pem()));
        return Findings.of(REFUSED, example, directory);
    }

    @Test
    void theMessageSaysWhatTheServerSays() throws IOException {
        Example example = Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n").with("root.crt", "");
        LintReport report = Findings.lint(example, directory);
        assertThat(report.findings())
                .extracting(Finding::message)
                .contains("server cannot load certificate authority file \"root.crt\": the file is empty");
        assertThat(report.findings())
                .extracting(finding -> finding.serverMessage().orElse(""))
                .contains("could not load root certificate file \"root.crt\": no certificate or crl found");
    }

    @Test
    void aFileOfAServerWithoutTlsIsNotLoaded() throws IOException {
        Example example = Example.conf("ssl = off\nssl_ca_file = 'root.crt'\n").with("root.crt", "");
        assertThat(Findings.of(REFUSED, example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                             | error server.crt:1
            openssl: {version: '3.0', security-level: 2}  | error server.crt:1
            openssl: {security-level: 1}                  | -
            openssl: {version: 1.1.1k, security-level: 1} | -
            """)
    void howStrongAKeyMustBeDependsOnTheSecurityLevel(String policy, String expected) throws IOException {
        Example example = Example.conf("ssl = on\n")
                .with("pgmtls.yaml", policy == null ? "" : policy + "\n")
                .withCredential("server.crt", "CN=db1 | dns db1.example.com | key RSA1024");
        assertThat(Findings.of(REFUSED, example, directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void oneClusterMayHaveAnOpenSslOfItsOwn() throws IOException {
        Example example = Example.conf("ssl = on\n")
                .with("pgmtls.yaml", "openssl: {security-level: 3}\nclusters: {db: {openssl: {security-level: 1}}}\n")
                .withCredential("server.crt", "CN=db1 | dns db1.example.com | key RSA1024");
        assertThat(Findings.of(REFUSED, example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                  | error server.key:1
            ssl_passphrase_command = ''                        | error server.key:1
            ssl_passphrase_command = 'cat /run/secrets/pass'   | -
            """)
    void aKeyBehindAPassphraseNeedsACommand(String setting, String expected) throws IOException {
        Example example = Example.conf("ssl = on\n" + (setting == null ? "" : setting + "\n"))
                .withCredential("server.crt", "CN=db1")
                .withCredential("server.key", "key of server.crt | encrypted | mode 0600");
        assertThat(Findings.of("passphrase-command-unset", example, directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void whereCertificateAndKeyAreOneFileTheKeyBelongsThere() throws IOException {
        Example example = Example.conf("ssl = on\nssl_cert_file = 'both.pem'\nssl_key_file = 'both.pem'\n")
                .withCredential("both.pem", "CN=db1 | with key | mode 0600")
                .withCredential("key", "key of both.pem | elsewhere");
        assertThat(Findings.of("private-key-among-certificates", example, directory))
                .isEmpty();
    }

    @Test
    void noFindingShowsAnythingOfAKey() throws IOException {
        Example example = Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                .with("root.crt", ROOT.pem() + ROOT.keyPem())
                .with("server.crt", ROOT.keyPem());
        List<Finding> findings = Findings.lint(example, directory).findings();
        assertThat(findings).anyMatch(finding -> finding.severity() == Severity.ERROR);
        List<String> secrets = Arrays.stream(ROOT.keyPem().split("\n"))
                .filter(line -> !line.startsWith("-"))
                .toList();
        assertThat(findings.toString()).doesNotContain(secrets);
    }

    @Test
    void theKeyOfACaIsKnownByItsPublicHalfAndNotByItsName() throws IOException {
        Example example = Example.conf("ssl = on\n")
                .withCredential("ca.cer", "CN=Our CA | ca")
                .withCredential("ca.pem", "key of ca.cer | tracked");
        List<Finding> findings = Findings.lint(example, directory).findings();
        assertThat(findings)
                .filteredOn(finding -> finding.rule().equals("private-key-in-git"))
                .extracting(Finding::message)
                .containsExactly("private key of CA \"CN=Our CA\" is tracked by git");
    }

    @Test
    void aKeyWithoutPemIsAKeyToo() throws Exception {
        Example example = Example.conf("ssl = on\n").withCredential("x.crt", "CN=x | tracked");
        Findings.lint(example, directory);
        Files.write(directory.resolve("client.pk8"), ROOT.key().pkcs8Der());
        try (Git git = Git.open(directory.toFile())) {
            git.add().addFilepattern("client.pk8").call();
        }
        assertThat(Findings.of("private-key-in-git", example, directory)).containsExactly("error client.pk8:1");
    }
}
