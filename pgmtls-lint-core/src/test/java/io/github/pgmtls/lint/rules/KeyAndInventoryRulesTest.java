package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps of the rules about keys, and of those that need to know all roles or all certificates. */
class KeyAndInventoryRulesTest {

    private static final String CONF = "ssl = on\nssl_cert_file = 'server.crt'\nssl_ca_file = 'root.crt'\n";
    private static final String POLICY = "clusters: {db: {%s}}\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            CN=app1 | for servers and clients | dns db1.example.com     ; warning clients/app1.crt:1
            CN=db1.example.com | for servers and clients                ; warning clients/app1.crt:1
            CN=app1 | for servers and clients | dns app1.example.com    ;
            CN=app1 | dns db1.example.com                               ;
            CN=app1 | for clients | dns db1.example.com                 ;
            CN=db1 | for servers and clients | dns db1.example.com      ;
            CN=app1 | for servers and clients | dns db1.example.com | until 2026-06-01 ;
            """)
    void aClientPassesForTheServerOnlyWithItsNameAndForServers(String note, String expected) throws IOException {
        Example example = Example.conf(CONF)
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("server.crt", "CN=db1 | dns db1.example.com | by root.crt | for servers")
                .withCredential("clients/app1.crt", note + " | by root.crt");
        assertThat(Findings.of("client-certificate-for-servers", example, directory))
                .isEqualTo(listOf(expected));
    }

    @ParameterizedTest
    @CsvSource({"RSA1024", "RSA3072", "P256", "ED25519"})
    void aSoundKeyIsNotBrokenHoweverShort(String kind) throws IOException {
        Example example = Example.conf(CONF).withCredential("server.crt", "CN=db1 | dns db1.example.com | key " + kind);
        assertThat(Findings.of("rsa-key-broken", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hostssl all bililng all cert      | warning pg_hba.conf:1
            hostssl all +analyts all cert     | warning pg_hba.conf:1
            hostssl all postgers all cert     | warning pg_hba.conf:1
            hostssl all worker2 all cert      |
            hostssl all app2 all cert         |
            hostssl all reporting all cert    |
            hostssl all all all cert map=m    | warning pg_ident.conf:1
            hostssl all billing,app1 all cert |
            """)
    void onlyANameThatIsNearlyARoleIsMisspelt(String record, String expected) throws IOException {
        Example example = Example.hba(record + "\n")
                .with("pg_ident.conf", record.endsWith("map=m") ? "m  client1  biling\n" : "")
                .with("pgmtls.yaml", POLICY.formatted("roles: {analysts: {members: [billing, worker1, app1]}}"));
        assertThat(Findings.of("role-misspelt", example, directory)).isEqualTo(listOf(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            hostssl all app1 all cert                      |
            hostssl all all all cert                       |
            hostssl all app2 all scram-sha-256             |
            hostssl all app2 all cert                      | info pg_hba.conf:1
            hostssl all all all cert map=m                 | info pg_ident.conf:2
            hostssl all all all cert clientname=DN map=dn  |
            hostssl all all all cert map=dn                | info pg_ident.conf:4
            """)
    void aNameThatNoCertificateHasIsTold(String record, String expected) throws IOException {
        Example example = Example.hba(record + "\n")
                .with("pg_ident.conf", "m  app1  x\nm  app2  x\nm  /^w  x\ndn  \"CN=app1,O=Acme\"  x\n")
                .with("pgmtls.yaml", POLICY.formatted("client-certificates-complete: true"))
                .withCredential("clients/app1.crt", "O=Acme,CN=app1 | for clients");
        assertThat(Findings.of("user-without-certificate", example.on(16), directory))
                .isEqualTo(listOf(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            client-ca: {dedicated: true}      |
            server-names: [db1.example.com]   |
            client-ca: {dedicated: false}     | info root.crt:1
            """)
    void onlyACaForOthersTooOughtToBeConstrained(String declared, String expected) throws IOException {
        Example example = Example.conf(CONF)
                .with("pgmtls.yaml", POLICY.formatted(declared))
                .withCredential("root.crt", "O=Corp,CN=Root | ca");
        assertThat(Findings.of("name-constraints-missing", example, directory)).isEqualTo(listOf(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            false | m  alice     postgres | error superuser-by-shared-ca
            false | m  postgres  postgres | error superuser-by-shared-ca
            false | m  /^dba-    postgres | error superuser-by-shared-ca
            false | m  /^(.*)@x$ \\1      | error map-grants-superuser
            true  | m  alice     postgres | warning map-grants-superuser
            true  | m  postgres  postgres |
            false | m  alice     app1     |
            """)
    void aMapDoesNotHideThatTheCaIsForOthersToo(String dedicated, String row, String expected) throws IOException {
        Example example = Example.hba("hostssl all all all cert map=m\n")
                .with("pg_ident.conf", row + "\n")
                .with("pgmtls.yaml", POLICY.formatted("client-ca: {dedicated: " + dedicated + "}"));
        assertThat(Findings.lint(example, directory).findings())
                .filteredOn(finding -> finding.rule().contains("superuser"))
                .extracting(finding -> finding.severity().word() + " " + finding.rule())
                .isEqualTo(listOf(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            published | until 2026-12-31 ; info clients/app1.crt:1
            published | until 2026-07-01 ;
            until 2026-12-31             ;
            """)
    void revocationIsMissedWhereThereIsSome(String note, String expected) throws IOException {
        Example example = Example.conf(CONF)
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("clients/app1.crt", "CN=app1 | by root.crt | for clients | from 2026-06-01 | " + note);
        assertThat(Findings.of("revocation-not-checked", example, directory)).isEqualTo(listOf(expected));
    }

    @Test
    void aRevokedSerialNumberThatSeveralHaveNamesTheList() throws IOException {
        Example example = Example.conf(CONF + "ssl_crl_file = 'root.crl'\n")
                .withCredential("root.crt", "CN=Root | ca")
                .withCredential("clients/a.crt", "CN=a | by root.crt | for clients | serial 101")
                .withCredential("clients/b.crt", "CN=b | by root.crt | for clients | serial 101")
                .withCredential("root.crl", "crl of root.crt | revokes clients/a.crt");
        Finding finding = Findings.lint(example, directory).findings().stream()
                .filter(f -> f.rule().equals("duplicate-serial"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.related()).extracting(place -> place.label()).contains("this list revokes all of them");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            key of clients/app1.crt | mode 0600           ;
            key of clients/app1.crt | mode 0644           ; warning client-key-permissions
            key of clients/app1.crt | mode 0644 | tracked ; error private-key-in-git
            key of other | encrypted | mode 0600          ;
            key of other | mode 0600                      ; error client-key-mismatch
            """)
    void aKeyBesideAClientsCertificateIsLookedAt(String note, String expected) throws IOException {
        Example example = Example.hba("hostssl all app1 all cert\n")
                .withCredential("other", "CN=app1 | own key | elsewhere")
                .withCredential("clients/app1.crt", "CN=app1 | for clients")
                .withCredential("clients/app1.key", note);
        assertThat(Findings.lint(example, directory).findings())
                .filteredOn(finding -> finding.primary().file().path().endsWith(".key"))
                .extracting(finding -> finding.severity().word() + " " + finding.rule())
                .isEqualTo(listOf(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            mode 0664           ;
            mode 0646           ; warning root.crt:1
            mode 0666 | tracked ;
            """)
    void whatGitTracksHasNoModeOfItsOwn(String note, String expected) throws IOException {
        Example example = Example.conf(CONF).withCredential("root.crt", "CN=Root | ca | " + note);
        assertThat(Findings.of("writable-by-others", example, directory)).isEqualTo(listOf(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DES-EDE3-CBC | 3.0   | info server.key:1
            DES-CBC      | 3.0   | warning server.key:1
            DES-CBC      | 1.1.1 | info server.key:1
            AES-256-CBC  | 3.0   |
            """)
    void whatOpenSsl3HasOnlyInItsLegacyProviderIsAWarning(String cipher, String openSsl, String expected)
            throws IOException {
        Example example = Example.conf(CONF + "ssl_passphrase_command = 'cat secret'\n")
                .with("pgmtls.yaml", "openssl: {version: \"" + openSsl + "\"}\n")
                .withCredential("server.crt", "CN=db1")
                .withCredential("server.key", "key of server.crt | encrypted by " + cipher + " | mode 0600");
        assertThat(Findings.of("legacy-key-encryption", example, directory)).isEqualTo(listOf(expected));
    }

    private static List<String> listOf(String expected) {
        return expected == null ? List.of() : List.of(expected);
    }
}
