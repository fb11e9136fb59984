package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.Finding;
import io.github.pgmtls.lint.finding.NotChecked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps of the rules about the certificates of clients and servers. */
class CertificateRulesTest {

    private static final String REFUSED = "client-certificate-refused";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=app1 | by root.crt | for clients",
                "CN=app1 | by root.crt | for servers and clients",
                "CN=app1 | by root.crt",
                "CN=app1 | by root.crt | v1",
                "CN=app1 | by root.crt | for clients | usage digitalSignature",
                "CN=app1 | by root.crt | for clients | netscape client",
                "CN=app1 | by intermediate | for clients | with intermediate",
                "CN=app1 | by intermediate | for clients | with intermediate | with root.crt",
                "CN=Root | by root.crt | for clients | own key",
            })
    void whatTheServerAcceptsIsFine(String note) throws IOException {
        assertThat(Findings.of(REFUSED, client(note), directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CN=app1 | by root.crt | for servers                            ; lacks clientAuth
            CN=app1 | by root.crt | for mail                               ; lacks clientAuth
            CN=app1 | by root.crt | for anything                           ; does not count as clientAuth
            CN=app1 | by root.crt | for clients | usage keyEncipherment    ; neither digitalSignature
            CN=app1 | by intermediate | for clients                        ; neither in ssl_ca_file nor sent along
            CN=app1 | by stranger | for clients                            ; neither in ssl_ca_file nor sent along
            CN=app1 | by impostor | for clients                            ; but with another key
            CN=app1 | for clients                                          ; self-signed certificate
            CN=app1 | by root.crt | for clients | key RSA1024              ; the key is RSA 1024
            CN=app1 | by root.crt | for clients | digest SHA1              ; signed with
            """)
    void whatTheServerRefusesIsFoundWithTheReason(String note, String reason) throws IOException {
        LintReport report = Findings.lint(client(note), directory);
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals(REFUSED))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).contains(reason);
                    assertThat(finding.primary().file().path()).isEqualTo("clients/app1.crt");
                });
    }

    @Test
    void anExpiredCertificateIsOneFinding() throws IOException {
        Example example = client("CN=app1 | by root.crt | for clients | from 2025-06-01 | until 2026-06-01");
        assertThat(rules(example)).containsExactly("certificate-expired");
    }

    @Test
    void aCertificateBelowAnExpiredCaIsNoFindingOfItsOwn() throws IOException {
        Example example = Example.hba("hostssl all app1 all cert\n")
                .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                .withCredential("root.crt", "CN=Root | ca | from 2020-01-01 | until 2026-06-01")
                .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | until 2026-06-01");
        assertThat(rules(example)).containsOnly("certificate-expired");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CN=Root | ca | from 2026-01-01 | until 2036-01-01             ; info
            CN=New Root | ca | from 2026-01-01 | until 2036-01-01         ; warning
            CN=Old Root | ca | own key | from 2016-01-02 | until 2026-01-02 ; error
            """)
    void whatAnExpiredCaCostsDependsOnTheOthers(String other, String severity) throws IOException {
        Example example = Example.hba("hostssl all app1 all cert\n")
                .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                .withCredential("root.crt", "CN=Root | ca | from 2016-01-01 | until 2026-01-01 | with other")
                .withCredential("other", other + " | elsewhere");
        assertThat(Findings.of("certificate-expired", example, directory))
                .isNotEmpty()
                .allMatch(line -> line.startsWith(severity + " "));
    }

    @Test
    void withoutACaThatIsKnownNoClientIsVerifiedAndThatIsSaid() throws IOException {
        Example example = Example.hba("hostssl all app1 all cert\n")
                .with("postgresql.conf", "ssl = on\nssl_ca_file = '/etc/pki/root.crt'\n")
                .withCredential("root", "CN=Root | ca | elsewhere")
                .withCredential("clients/app1.crt", "CN=app1 | by root | for clients");
        LintReport report = Findings.lint(example, directory);
        assertThat(report.findings()).isEmpty();
        assertThat(report.notChecked()).extracting(NotChecked::subject).contains(REFUSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            CN=Root | own key | by root.crt | v1                              ; error
            CN=Root | own key | by root.crt | for clients | without authority ; error
            CN=Root | own key | by root.crt | for clients                     ; warning
            CN=app1 | by root.crt | v1                                        ; -
            """)
    void aLeafWithTheNameOfItsIssuerIsMistakenForSelfSignedUnlessAKeyIdentifierTells(String note, String severity)
            throws IOException {
        assertThat(Findings.of("subject-equals-issuer", client(note), directory))
                .isEqualTo(severity == null ? List.of() : List.of(severity + " clients/app1.crt:1"));
        assertThat(Findings.of(REFUSED, client(note), directory)).isEmpty();
    }

    @Test
    void aSelfSignedServerCertificateIsRightlyItsOwnIssuer() throws IOException {
        Example example = Example.conf("ssl = on\n").withCredential("server.crt", "CN=db1 | dns db1.example.com");
        assertThat(rules(example)).contains("server-certificate-self-signed").doesNotContain("subject-equals-issuer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CN=app2 | by root.crt | for clients | serial 101           ; error clients/app1.crt:1
            CN=app2 | by root.crt | for clients | serial 102           ; ''
            CN=app2 | by intermediate | for clients | serial 101       ; ''
            CN=app1 | by root.crt | for clients | serial 101           ; ''
            """)
    void aSerialNumberIsTheIssuersOwn(String second, String expected) throws IOException {
        Example example =
                client("CN=app1 | by root.crt | for clients | serial 101").withCredential("clients/second.crt", second);
        List<String> found = Findings.of("duplicate-serial", example, directory);
        assertThat(found).isEqualTo(expected.isEmpty() || expected.equals("''") ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            2036-01-01 ; 2036-01-01 ; 0
            2036-01-01 ; 2036-01-02 ; 0
            2036-01-01 ; 2036-01-03 ; 1
            2036-01-01 ; 2027-01-01 ; 0
            """)
    void whoOutlivesTheIssuerByADayAtMostIsFine(String issuer, String leaf, int count) throws IOException {
        Example example = Example.conf("ssl = on\nssl_ca_file = 'root.crt'\n")
                .withCredential("root.crt", "CN=Root | ca | until " + issuer)
                .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | until " + leaf);
        assertThat(Findings.of("outlives-issuer", example, directory)).hasSize(count);
    }

    @Test
    void aRenewalMayKeepItsKey() throws IOException {
        Example example = client("CN=app1 | by root.crt | for clients")
                .withCredential("clients/app1-next.crt", "CN=app1 | by root.crt | for clients | until 2027-06-01");
        assertThat(Findings.of("same-key-reused", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            P256,    0
            P384,    0
            P521,    0
            ED25519, 0
            RSA3072, 0
            P224,    1
            SECP256K1, 1
            BRAINPOOL256, 1
            """)
    void onlyCurvesOfTlsAreUsable(String key, int count) throws IOException {
        Example example = client("CN=app1 | by root.crt | for clients | key " + key);
        assertThat(Findings.of("curve-unusable", example, directory)).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CN=db1 | dns a.example.com | by root.crt | for servers                             ; ''
            CN=db1 | dns a.example.com | by root.crt | for servers and clients                 ; ''
            CN=db1 | dns a.example.com | by root.crt | for servers | usage digitalSignature    ; ''
            CN=db1 | dns a.example.com | by root.crt                                           ; ''
            CN=db1 | dns a.example.com | by root.crt | for servers | usage keyEncipherment     ; warning
            CN=db1 | dns a.example.com | by root.crt | for servers | usage dataEncipherment    ; error
            CN=db1 | dns a.example.com | by root.crt | for clients                             ; error
            CN=db1 | dns a.example.com | by root.crt | for anything                            ; error
            CN=db1 | dns a.example.com | by root.crt | for servers | netscape client           ; error
            """)
    void aServersCertificateMustBeForServers(String note, String severity) throws IOException {
        List<String> found = Findings.of("server-certificate-purpose", server(note), directory);
        assertThat(found)
                .isEqualTo(
                        severity.isEmpty() || severity.equals("''") ? List.of() : List.of(severity + " server.crt:1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            *.example.com       ; ''                  ; ''
            *.db.example.com    ; ''                  ; ''
            *.com               ; warning             ; ''
            db*.example.com     ; error               ; ''
            a.*.example.com     ; error               ; ''
            *                   ; error               ; ''
            db1.example.com.    ; ''                  ; warning
            db_1.example.com    ; ''                  ; warning
            https://example.com ; ''                  ; warning
            10.0.0.1            ; ''                  ; warning
            db1                 ; ''                  ; ''
            xn--bcher-kva.example ; ''                ; ''
            """)
    void namesOfHostsAreWrittenInOneWay(String name, String wildcard, String malformed) throws IOException {
        Example example = server("CN=db1 | by root.crt | for servers | dns " + name);
        assertThat(Findings.of("wildcard-name", example, directory)).isEqualTo(lines(wildcard));
        assertThat(Findings.of("host-name-malformed", example, directory)).isEqualTo(lines(malformed));
    }

    private static List<String> lines(String severity) {
        return severity.isEmpty() || severity.equals("''") ? List.of() : List.of(severity + " server.crt:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CN=db1 | dns a.example.com | by root.crt | for servers                                ; ''
            CN=db1 | dns a.example.com | by intermediate | for servers | with intermediate        ; ''
            CN=db1 | dns a.example.com | by intermediate | for servers                            ; inconclusive
            """)
    void theChainOfAServerIsCompleteUnlessAnIntermediateIsMissing(String note, String expected) throws IOException {
        LintReport report = Findings.lint(server(note), directory);
        String rule = "server-intermediate-missing";
        assertThat(report.findings()).noneMatch(finding -> finding.rule().equals(rule));
        assertThat(report.notChecked().stream().anyMatch(item -> item.subject().equals(rule)))
                .isEqualTo(expected.equals("inconclusive"));
    }

    @Test
    void theOrderBehindTheServersOwnCertificateDoesNotMatter() throws IOException {
        Example example = server(
                "CN=db1 | dns a.example.com | by intermediate | for servers | with root.crt | with intermediate");
        assertThat(Findings.of("server-chain-order", example, directory)).isEmpty();
    }

    /** Such a server starts: the certificate behind that of the CA is merely of no use. */
    @Test
    void aCaWhoseKeyTheServerHasRightlyStandsFirst() throws IOException {
        Example example = server("CN=CA | dns a.example.com | by root.crt | ca | with issued")
                .withCredential("issued", "CN=db1 | by server.crt | for servers | elsewhere");
        assertThat(Findings.of("server-chain-order", example, directory)).containsExactly("error server.crt:1");

        Example withKey = example.withCredential("server.key", "key of server.crt | mode 0600");
        assertThat(Findings.of("server-chain-order", withKey, directory))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("warning server.crt:"));
    }

    @Test
    void aCertificateBesideThePathIsFound() throws IOException {
        Example example = server("CN=db1 | dns a.example.com | by root.crt | for servers | with stranger");
        assertThat(Findings.of("server-chain-order", example, directory))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("warning server.crt:"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            hostssl all db1 all cert   ; CN=db1 | dns a.b | by root.crt                         ; error
            hostssl all db1 all cert   ; CN=db1 | dns a.b | by root.crt | for servers and clients ; error
            hostssl all app1 all cert  ; CN=db1 | dns a.b | by root.crt | for servers and clients ; warning
            hostssl all all all cert   ; CN=db1 | dns a.b | by root.crt | for servers and clients ; warning
            hostssl all db1 all cert   ; CN=db1 | dns a.b | by root.crt | for servers           ; ''
            hostssl all db1 all cert   ; CN=db1 | dns a.b | by stranger | for servers and clients ; ''
            hostssl all app1 all cert  ; CN=db1 | dns a.b | by root.crt                         ; ''
            """)
    void aServersCertificateThatLogsInIsFound(String record, String note, String severity) throws IOException {
        Example example = server(note).with("pg_hba.conf", record + "\n");
        assertThat(Findings.of("server-certificate-for-clients", example, directory))
                .isEqualTo(lines(severity));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            hostssl all postgres all cert         ; true  ; ''
            hostssl all all all cert              ; true  ; superuser-by-cert
            hostssl all postgres all cert         ; false ; superuser-by-shared-ca
            hostssl all all all cert              ; false ; superuser-by-shared-ca
            hostssl all app1 all cert             ; false ; ''
            hostssl all all 127.0.0.1/32 cert     ; false ; ''
            """)
    void whetherACaMayMakeSuperusersDependsOnWhoseItIs(String record, boolean dedicated, String expected)
            throws IOException {
        Example example = Example.hba(record + "\n")
                .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                .with("pgmtls.yaml", "clusters: {db: {client-ca: {dedicated: " + dedicated + "}}}\n")
                .withCredential("root.crt", "CN=Root | ca");
        assertThat(rules(example))
                .filteredOn(rule -> rule.startsWith("superuser-"))
                .isEqualTo(expected.isEmpty() || expected.equals("''") ? List.of() : List.of(expected));
    }

    @Test
    void whereNobodySaysWhoseTheCaIsASuperusersRecordIsNotChecked() throws IOException {
        Example example = Example.hba("hostssl all postgres all cert\n")
                .with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                .withCredential("root.crt", "CN=Root | ca");
        LintReport report = Findings.lint(example, directory);
        assertThat(report.findings()).isEmpty();
        assertThat(report.notChecked()).extracting(NotChecked::subject).contains("superuser-by-shared-ca");
    }

    private List<String> rules(Example example) throws IOException {
        return Findings.lint(example, directory).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    private static Example client(String note) {
        return others(Example.hba("hostssl all app1 all cert\n")).withCredential("clients/app1.crt", note);
    }

    private static Example server(String note) {
        return others(Example.hba("hostssl all app1 all cert\n")).withCredential("server.crt", note);
    }

    private static Example others(Example example) {
        return example.with("postgresql.conf", "ssl = on\nssl_ca_file = 'root.crt'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("intermediate", "CN=Intermediate | ca | by root.crt | elsewhere")
                .withCredential("stranger", "CN=Stranger | ca | elsewhere")
                .withCredential("impostor", "CN=Root | ca | own key | elsewhere");
    }
}
