package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.finding.NotChecked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traps of the rules about the values of settings. */
class TlsSettingRulesTest {

    private static final String SCRAM = "hostssl all all all scram-sha-256\n";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            tls-version-too-low       | ssl_min_protocol_version = 'tlsv1.1'            | warning
            tls-version-too-low       | ssl_min_protocol_version = 'TLSv1.3'            |
            tls-version-too-low       | port = 5432                                     |
            tls-version-capped        | ssl_max_protocol_version = TLSv1.2              | warning
            tls-version-capped        | ssl_max_protocol_version = ''                   |
            tls-version-capped        | ssl_max_protocol_version = 'TLSv1.3'            |
            weak-ciphers              | ssl_ciphers = 'ALL:!eNULL'                      | warning
            weak-ciphers              | ssl_ciphers = 'HIGH:aNULL'                      | warning
            weak-ciphers              | ssl_ciphers = 'HIGH,RC4'                        | warning
            weak-ciphers              | ssl_ciphers = 'ALL:!aNULL:!MD5'                 |
            weak-ciphers              | ssl_ciphers = 'HIGH:MEDIUM:+3DES:!aNULL'        |
            weak-ciphers              | ssl_ciphers = 'HIGH:MEDIUM:!LOW:!EXP:!MD5:@STRENGTH' |
            weak-ciphers              | ssl_ciphers = 'ECDHE-RSA-AES256-GCM-SHA384'     |
            security-level-lowered    | ssl_ciphers = 'HIGH:@SECLEVEL=1'                | warning
            security-level-lowered    | ssl_ciphers = 'DEFAULT@SECLEVEL=0'              | error
            security-level-lowered    | ssl_ciphers = '@SECLEVEL=2:HIGH@SECLEVEL=1'      | warning
            security-level-lowered    | ssl_ciphers = '@SECLEVEL=1:HIGH@SECLEVEL=2'      |
            security-level-lowered    | ssl_ciphers = 'HIGH-@SECLEVEL=1'                |
            cipher-list-refused       | ssl_ciphers = 'HIGH:@SECLEVEL=6'                | error
            cipher-list-refused       | ssl_ciphers = 'HIGH:@seclevel=1'                | error
            cipher-list-refused       | ssl_ciphers = 'HIGH:@STRENGTH'                  |
            no-handshake              | ssl_ciphers = 'HIGH:@SECLEVEL=4'                | error
            no-handshake              | ssl_ciphers = 'HIGH:@SECLEVEL=3'                |
            security-level-lowered    | ssl_ciphers = 'DEFAULT@SECLEVEL=2'              |
            security-level-lowered    | ssl_ciphers = 'DEFAULT@SECLEVEL=3'              |
            cipher-preference-off     | ssl_prefer_server_ciphers = no                  | info
            cipher-preference-off     | ssl_prefer_server_ciphers = true                |
            passphrase-in-settings    | ssl_passphrase_command = '/bin/echo "sesame"'   | error
            passphrase-in-settings    | ssl_passphrase_command = 'printf %s sesame'     | error
            passphrase-in-settings    | ssl_passphrase_command = 'echo "$PASSPHRASE"'   |
            passphrase-in-settings    | ssl_passphrase_command = 'printf %s "$(cat p)"' |
            passphrase-in-settings    | ssl_passphrase_command = 'cat echo'             |
            passphrase-in-settings    | ssl_passphrase_command = ''                     |
            tls-off-on-network        | listen_addresses = 'localhost,10.0.0.1'         |
            setting-overridden        | ssl_ca_file = 'root.crt'                        |
            """)
    void aValueIsJudgedByWhatItDoes(String rule, String setting, String expected) throws IOException {
        Example example = Example.conf("ssl = on\n" + setting + "\n").on(16);
        assertThat(Findings.of(rule, example, directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected + " postgresql.conf:2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            19 | on  | a.example.com a.crt              | error pg_hosts.conf:1
            19 | on  | a,b a.crt a.key                  |
            19 | on  | a,* a.crt a.key                  | error pg_hosts.conf:1
            19 | on  | a a.crt a.key "" "cmd" maybe     | error pg_hosts.conf:1
            19 | on  | a,A a.crt a.key                  | error pg_hosts.conf:1
            19 | off | a.example.com a.crt              |
            """)
    void hostsAreReadOnlyWhereClientsAreToldApart(int version, String sni, String line, String expected)
            throws IOException {
        Example example = Example.conf("ssl = on\nssl_sni = " + sni + "\n").with("pg_hosts.conf", line + "\n");
        assertThat(Findings.of("host-entry-invalid", example.on(version), directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void theCaOfAHostMayStandInPgHostsConf() throws IOException {
        Example example = Example.hba("hostssl all all all cert\n")
                .with("postgresql.conf", "ssl = on\nssl_sni = on\n")
                .with("pg_hosts.conf", "* a.crt a.key ca.crt\n")
                .on(19);
        LintReport report = Findings.lint(example, directory);
        assertThat(report.findings()).noneMatch(finding -> finding.rule().equals("ssl-ca-file-unset"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("file-missing"))
                .extracting(finding -> finding.primary().file().path())
                .contains("pg_hosts.conf");
        assertThat(report.notChecked())
                .as("the files that it names are looked at")
                .extracting(NotChecked::subject)
                .doesNotContain("pg_hosts.conf");
    }

    @Test
    void withTlsOffSettingsOfTlsDoNothing() throws IOException {
        Example example = Example.conf("""
                ssl = off
                ssl_min_protocol_version = 'TLSv1'
                ssl_max_protocol_version = 'TLSv1.1'
                ssl_ciphers = 'ALL:@SECLEVEL=0'
                ssl_prefer_server_ciphers = off
                ssl_passphrase_command = 'cat secret'
                """).on(16);
        assertThat(Findings.lint(example, directory).findings()).isEmpty();
    }

    @Test
    void anEmptyRangeOfTlsVersionsIsOneFinding() throws IOException {
        Example example = Example.conf("""
                ssl = on
                ssl_min_protocol_version = 'TLSv1.3'
                ssl_max_protocol_version = 'TLSv1.2'
                """).on(16);
        assertThat(Findings.lint(example, directory).findings())
                .extracting(finding -> finding.rule())
                .containsExactly("tls-version-range");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 | tls-version-too-low
            13 |
            18 |
            """)
    void version12AcceptsEveryTlsVersionByDefault(int version, String expected) throws IOException {
        List<String> found =
                Findings.of("tls-version-too-low", Example.conf("ssl = on\n").on(version), directory);
        assertThat(found).isEqualTo(expected == null ? List.of() : List.of("warning postgresql.conf:1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13 | port = 5432                         | true
            13 | password_encryption = on            | true
            13 | password_encryption = scram-sha-256 | false
            14 | port = 5432                         | false
            14 | password_encryption = md5           | true
            """)
    void theDefaultOfPasswordEncryptionChangedWith14(int version, String setting, boolean found) throws IOException {
        Example example = Example.hba(SCRAM).with("postgresql.conf", "ssl = on\n" + setting + "\n");
        assertThat(Findings.of("password-encryption-md5", example.on(version), directory))
                .hasSize(found ? 1 : 0);
    }

    @Test
    void whereRecordsAskForMd5OnlyTheRecordsAreToBlame() throws IOException {
        Example example = Example.hba("hostssl all all all md5\n")
                .with("postgresql.conf", "ssl = on\npassword_encryption = md5\n");
        assertThat(Findings.of("password-encryption-md5", example, directory)).isEmpty();
    }

    @Test
    void aRecordThatTheServerRefusesMayDemandACertificate() throws IOException {
        Example example = Example.hba(SCRAM + "host all all all cert\n")
                .with("postgresql.conf", "ssl = on\nssl_ca_file = '/etc/ca.crt'\n");
        assertThat(Findings.of("client-ca-unused", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
            ssl_ca_file = 'a'  | conf.d/tls.conf      | ssl_ca_file = 'b' |
            ssl_ca_file = 'a'  | postgresql.auto.conf | ssl_ca_file = 'b' | warning postgresql.conf:2
            ssl_ca_file = 'a'  | postgresql.auto.conf | ssl_ca_file = 'a' |
            work_mem = 1MB     | postgresql.auto.conf | work_mem = 2MB    |
            """)
    void aFileMayOverrideWhatAnotherOneIncludesButAlterSystemSurprises(
            String setting, String other, String there, String expected) throws IOException {
        Example example = Example.conf("include_dir 'conf.d'\n" + setting + "\n")
                .with("conf.d/empty.conf", "")
                .with(other, there + "\n");
        assertThat(Findings.of("setting-overridden", example, directory))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    /** As a server with OpenSSL 1.1.1 loads such a list and one with 1.1.1s does not. */
    @ParameterizedTest
    @CsvSource({"1.1.1, ''", "1.1.1s, error", "3.0, error"})
    void whetherAListOfTls13SuitesIsRefusedDependsOnOpenSsl(String openSsl, String severity) throws IOException {
        Example example = Example.conf("ssl = on\nssl_ciphers = 'TLS_AES_256_GCM_SHA384'\n")
                .with("pgmtls.yaml", "openssl: {version: \"" + openSsl + "\", security-level: 1}\n");
        assertThat(Findings.of("cipher-list-refused", example, directory))
                .isEqualTo(severity.isEmpty() ? List.of() : List.of(severity + " postgresql.conf:2"));
    }

    @Test
    void whatAnUnreadFileMayOverrideIsNotChecked() throws IOException {
        Example example = Example.conf("ssl = on\nssl_ciphers = 'ALL'\ninclude_if_exists '/etc/pg/tls.conf'\n");
        LintReport report = Findings.lint(example, directory);
        assertThat(report.findings()).noneMatch(finding -> finding.rule().equals("weak-ciphers"));
        assertThat(report.notChecked()).extracting(NotChecked::subject).contains("weak-ciphers");
    }
}
