package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.x509.PemFile;
import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps of the rules about authorities and revocation lists. */
class AuthorityAndRevocationRulesTest {

    /** The hash of CN=Root. */
    private static final String HASH = PemFile.parse(
                    SourceFile.ofText("root.crt", Pki.ca("CN=Root").pem()))
            .certificates()
            .get(0)
            .subject()
            .hash();

    private static final String CONF = "ssl = on\nssl_ca_file = 'root.crt'\n";
    private static final Set<String> AUTHORITY =
            Set.of("root-missing", "not-an-authority", "authority-refused", "several-roots", "duplicate-authority");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CN=Root | ca                                           ; ''
            CN=Root | ca | v1                                      ; ''
            CN=Root | usage keyCertSign                            ; ''
            CN=Root | ca | digest SHA1                             ; ''
            CN=Issuing | ca | by root | with root                  ; ''
            CN=Root | ca | for servers and clients                 ; ''
            CN=Issuing | ca | by root                              ; error root-missing
            CN=Issuing | ca | by root | with other                 ; warning root-missing
            CN=Root | ca | for servers                             ; error authority-refused
            CN=Root | ca | for anything                            ; error authority-refused
            CN=Root | ca | key RSA1024                             ; error authority-refused
            CN=Issuing | ca | by root | digest SHA1 | with root    ; error authority-refused
            CN=Root | ca | usage digitalSignature                  ; error authority-refused
            CN=db1 | dns db1.example.com                           ; error not-an-authority
            CN=db1 | by root | with root                           ; warning not-an-authority
            CN=Root | ca | with other                              ; warning several-roots
            CN=Root | ca | with root.crt                           ; info duplicate-authority
            CN=Root | ca | until 2027-01-01 | with root            ; ''
            """)
    void eachFileOfAuthoritiesIsJudgedAsTheServerJudgesIt(String note, String expected) throws IOException {
        Example example = Example.conf(CONF)
                .withCredential("root.crt", note)
                .withCredential("root", "CN=Root | ca | elsewhere")
                .withCredential("other", "CN=Other | ca | elsewhere");
        List<String> found = Findings.lint(example, directory).findings().stream()
                .filter(finding -> AUTHORITY.contains(finding.rule()))
                .map(finding -> finding.severity().word() + " " + finding.rule())
                .toList();
        assertThat(found).startsWith(lines(expected)).hasSizeLessThanOrEqualTo(2);
        if (lines(expected).length == 0) {
            assertThat(found).isEmpty();
        }
    }

    private static String[] lines(String expected) {
        return expected.isEmpty() || expected.equals("''") ? new String[0] : new String[] {expected};
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/ssl/certs/ca-certificates.crt",
                "/etc/pki/tls/certs/ca-bundle.crt",
                "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"
            })
    void theBundleOfTheSystemIsFoundByItsName(String path) throws IOException {
        Example example = Example.conf("ssl = on\nssl_ca_file = '" + path + "'\n");
        assertThat(Findings.of("public-or-system-bundle", example, directory))
                .containsExactly("error postgresql.conf:2");
    }

    @Test
    void theRootOfAPublicCaIsFoundByItsBytes() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        Optional<X509Certificate> root = Arrays.stream(factory.getTrustManagers())
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .filter(own -> own.getSubjectX500Principal().getName().matches(".*O=.*C=.*"))
                .findFirst();
        Assumptions.assumeTrue(root.isPresent(), "this JDK trusts no public CA");
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(root.get().getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Example example = Example.conf(CONF).with("root.crt", pem);
        assertThat(Findings.of("public-or-system-bundle", example, directory))
                .containsExactly("error postgresql.conf:2");
    }

    @Test
    void aPrivateRootWithCountryAndOrganizationIsNotPublic() throws IOException {
        Example example = Example.conf(CONF).withCredential("root.crt", "C=NL,O=Acme,CN=Root | ca");
        assertThat(Findings.of("public-or-system-bundle", example, directory)).isEmpty();
    }

    @Test
    void twentyOneRootsAreABundleAndNothingElse() throws IOException {
        StringBuilder bundle = new StringBuilder();
        for (int i = 0; i < 21; i++) {
            bundle.append(Pki.ca("CN=Root " + i).pem());
        }
        Example example = Example.conf(CONF).with("root.crt", bundle.toString());
        assertThat(Findings.lint(example, directory).findings())
                .extracting(Finding::rule)
                .contains("public-or-system-bundle")
                .doesNotContain("several-roots");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            crl of root.crt | from 2026-06-01 | until 2026-07-01                    ; ''
            crl of root.crt | from 2026-05-01 | until 2026-06-01                    ; crl-expired
            crl of root.crt | from 2026-05-01 | until 2026-06-01 | with fresh       ; ''
            crl of root.crt | from 2026-07-01 | until 2026-08-01                    ; crl-not-yet-valid
            crl of root.crt | from 2026-05-16 | until 2026-06-16                    ; crl-expires-soon
            crl of root.crt | from 2026-06-15 | until 2026-06-17                    ; ''
            crl of root.crt | from 2026-06-13 | until 2026-06-16                    ; crl-expires-soon
            crl of other | from 2026-06-01 | until 2026-07-01                       ; crl-issuer-mismatch
            crl of impostor | from 2026-06-01 | until 2026-07-01                    ; crl-issuer-mismatch
            crl of root.crt | from 2026-06-01 | until 2026-07-01 | revokes app1     ; certificate-revoked
            crl of impostor | from 2026-06-01 | until 2026-07-01 | revokes app1 | with fresh ; ''
            """)
    void eachRevocationListIsOneFindingAtMost(String note, String expected) throws IOException {
        Example example = Example.hba("hostssl all app1 all cert\n")
                .with("postgresql.conf", CONF + "ssl_crl_file = 'root.crl'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("other", "CN=Other | ca | elsewhere")
                .withCredential("impostor", "CN=Root | ca | own key | elsewhere")
                .withCredential("app1", "CN=app1 | by root.crt | for clients | elsewhere")
                .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients")
                .withCredential("fresh", "crl of root.crt | from 2026-06-10 | until 2026-07-10 | elsewhere")
                .withCredential("root.crl", note);
        List<String> found = Findings.lint(example, directory).findings().stream()
                .map(Finding::rule)
                .filter(rule -> !rule.equals("crl-missing-for-ca"))
                .toList();
        assertThat(found).containsExactly(lines(expected));
    }

    @Test
    void aRevocationListOfSomebodyElseLeavesTheCaWithoutOne() throws IOException {
        Example example = Example.conf(CONF + "ssl_crl_file = 'root.crl'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("other", "CN=Other | ca | elsewhere")
                .withCredential("root.crl", "crl of other");
        assertThat(Findings.of("crl-missing-for-ca", example, directory)).containsExactly("error root.crt:1");
    }

    @Test
    void aCaThatNoKnownClientNeedsIsAWarning() throws IOException {
        Example example = Example.conf(CONF + "ssl_crl_file = 'root.crl'\n")
                .withCredential("root.crt", "CN=Root | ca | with other")
                .withCredential("other", "CN=Other | ca | elsewhere")
                .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients")
                .withCredential("root.crl", "crl of root.crt");
        assertThat(Findings.of("crl-missing-for-ca", example, directory))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("warning root.crt:"));
    }

    @Test
    void anIntermediateThatTheClientSendsNeedsAListToo() throws IOException {
        Example example = Example.conf(CONF + "ssl_crl_file = 'root.crl'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("intermediate", "CN=Intermediate | ca | by root.crt | elsewhere")
                .withCredential("clients/app1.crt", "CN=app1 | by intermediate | for clients | with intermediate")
                .withCredential("root.crl", "crl of root.crt");
        assertThat(Findings.of("crl-missing-for-ca", example, directory))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("error clients/app1.crt:"));
        assertThat(Findings.of("client-certificate-refused", example, directory))
                .isEmpty();
    }

    @Test
    void aListInTheFileOfAuthoritiesCountsOnceAnotherIsConfigured() throws IOException {
        Example alone = Example.conf(CONF)
                .withCredential("root.crt", "CN=Root | ca | with list")
                .withCredential("list", "crl of root.crt | elsewhere");
        assertThat(Findings.of("crl-in-ca-file", alone, directory))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("error root.crt:"));
        Example configured = alone.with("postgresql.conf", CONF + "ssl_crl_file = 'root.crt'\n");
        assertThat(Findings.of("crl-in-ca-file", configured, directory)).isEmpty();
        assertThat(Findings.of("crl-missing-for-ca", configured, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            HASH.r0,  0
            HASH.r1,  1
            HASH.0,   1
            root.crl, 1
            12345678.r0, 1
            """)
    void aListIsFoundUnderTheHashOfItsIssuer(String name, int count) throws IOException {
        Example example = Example.conf(CONF + "ssl_crl_dir = 'crl'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("crl/" + name.replace("HASH", HASH), "crl of root.crt");
        assertThat(Findings.of("crl-directory-names", example, directory)).hasSize(count);
        assertThat(Findings.of("crl-missing-for-ca", example, directory)).hasSize(count);
    }

    @Test
    void whatRehashLeavesBesideItsLinksIsFine() throws IOException {
        Example example = Example.conf(CONF + "ssl_crl_dir = 'crl'\n")
                .with("crl/README", "made by openssl rehash\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("crl/root.crl", "crl of root.crt")
                .withCredential("crl/" + HASH + ".r0", "crl of root.crt");
        assertThat(Findings.of("crl-directory-names", example, directory)).isEmpty();
    }

    @Test
    void aDirectoryOfListsElsewhereIsNotChecked() throws IOException {
        Example example = Example.conf(CONF + "ssl_crl_dir = '/etc/ssl/crl'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .on(16);
        LintReport report = Findings.lint(example, directory);
        assertThat(report.findings()).isEmpty();
        assertThat(report.notChecked()).extracting(NotChecked::subject).contains("crl-missing-for-ca");
    }

    @Test
    void aRevokedServerCertificateIsFoundToo() throws IOException {
        Example example = Example.conf(CONF + "ssl_crl_file = 'root.crl'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root.crt | for servers")
                .withCredential("root.crl", "crl of root.crt | revokes server.crt");
        assertThat(Findings.of("certificate-revoked", example, directory)).containsExactly("error server.crt:1");
    }
}
