package io.github.pgmtls.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Traps of the rules about single records. */
class RecordRulesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 | md5 clientcert=verify-full           | error
            11 | md5 clientcert=verify-ca             | error
            11 | trust clientcert=yes                 | error
            11 | md5 clientcert=no-verify             |
            11 | md5 clientcert=0                     |
            11 | md5 clientcert=1                     |
            11 | cert clientcert=verify-full          |
            11 | reject clientcert=verify-full        |
            12 | md5 clientcert=verify-full           |
            """)
    void wordsOfLaterVersionsDemandNoCertificateBefore12(int version, String rest, String severity) throws IOException {
        Example example = Example.hba("hostssl all all all " + rest + "\n").on(version);
        assertThat(Findings.of("clientcert-without-effect", example, directory))
                .isEqualTo(severity == null ? List.of() : List.of(severity + " pg_hba.conf:1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10 | cert clientcert=1                    | info
            11 | md5 clientcert=1                     | info
            12 | md5 clientcert=1                     | warning
            13 | md5 clientcert=1                     | warning
            13 | md5 clientcert=no-verify             | warning
            13 | md5 clientcert=0                     | warning
            14 | md5 clientcert=1                     | error
            18 | md5 clientcert=0                     | error
            18 | cert clientcert=verify-ca            | error
            """)
    void whatTheRemovedValuesOfClientcertDoDependsOnTheVersion(int version, String rest, String severity)
            throws IOException {
        Example example = Example.hba("hostssl all all all " + rest + "\n").on(version);
        assertThat(Findings.of("clientcert-value", example, directory)).containsExactly(severity + " pg_hba.conf:1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13 | md5 clientcert=verify-ca
            13 | md5 clientcert=verify-full
            13 | cert clientcert=verify-full
            18 | scram-sha-256 clientcert=verify-ca
            18 | cert clientcert=verify-full
            18 | cert
            """)
    void presentValuesOfClientcertAreFine(int version, String rest) throws IOException {
        Example example = Example.hba("hostssl all all all " + rest + "\n").on(version);
        assertThat(Findings.of("clientcert-value", example, directory)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"host", "hostnossl", "hostgssenc", "hostnogssenc"})
    void certNeedsHostsslWhateverElseTheRecordIs(String type) throws IOException {
        Example example = Example.hba(type + " all all all cert\n").on(16);
        assertThat(Findings.of("cert-requires-hostssl", example, directory)).containsExactly("error pg_hba.conf:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostssl all myuser md5",
                "hostssl all myuser cert clientcert=verify-full",
                "host all all scram-sha-256",
            })
    void aMethodInPlaceOfTheAddressIsAMissingAddress(String record) throws IOException {
        assertThat(Findings.of(
                        "address-column-missing", Example.hba(record + "\n").on(16), directory))
                .containsExactly("error pg_hba.conf:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local all all trust",
                "hostssl all all 10.0.0.0/8 trust clientcert=verify-full",
                "hostssl all all 10.0.0.0/8 cert",
            })
    void noNetworkOrAProofIsNoRemoteTrust(String record) throws IOException {
        assertThat(Findings.of("trust-remote", Example.hba(record + "\n").on(16), directory))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            127.0.0.1/32,    warning
            127.0.0.0/8,     warning
            ::1/128,         warning
            samehost,        warning
            localhost,       warning
            127.0.0.1/0,     error
            ::1/0,           error
            samenet,         error
            db.example.com,  error
            10.0.0.1/32,     error
            """)
    void trustFromThisMachineIsLessBadThanTrustFromTheNetwork(String address, String severity) throws IOException {
        Example example = Example.hba("host all all " + address + " trust\n").on(16);
        assertThat(Findings.of("trust-remote", example, directory)).containsExactly(severity + " pg_hba.conf:1");
    }

    @Test
    void aCertificateOfAnyNameIsNoProofOfWhoSomebodyIs() throws IOException {
        Example example = Example.hba("hostssl all all 10.0.0.0/8 trust clientcert=verify-ca\n")
                .on(16);
        List<String> found = Findings.of("trust-remote", example, directory);
        assertThat(found).containsExactly("error pg_hba.conf:1");
    }
}
