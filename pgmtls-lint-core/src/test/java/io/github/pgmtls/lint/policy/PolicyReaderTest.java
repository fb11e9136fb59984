package io.github.pgmtls.lint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openssl: {version: "3.0", security-level: 2}   | V3_0    | 2
            openssl: {version: 3.0.13}                     | V3_0    | 2
            openssl: {version: 1.1.1, security-level: 1}   | V1_1_1  | 1
            openssl: {version: 1.1.1w, security-level: 0}  | V1_1_1I | 0
            openssl: {security-level: 3}                   | V3_0    | 3
            """)
    void whatIsNotSaidOfOpenSslIsAsUsual(String yaml, OpenSslVersion version, int level) {
        PolicyReader.Outcome outcome = read(yaml);
        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.policy().openSsl()).contains(new OpenSslProfile(version, level));
    }

    @Test
    void whereNothingIsSaidNothingIsDeclared() {
        assertThat(read("postgresql: 16").policy().openSsl()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            openssl: {version: "4.9"}                        | pgmtls.yaml:1:20: not a version of OpenSSL
            openssl: {version: latest}                       | pgmtls.yaml:1:20: not a version of OpenSSL
            openssl: {security-level: 6}                     | pgmtls.yaml:1:27: not a security level
            openssl: {security-level: high}                  | pgmtls.yaml:1:27: not a security level
            openssl: {level: 2}                              | pgmtls.yaml:1:11: unknown key "level"
            clusters: {a: {openssl: {version: 2.0}}}         | pgmtls.yaml:1:35: not a version of OpenSSL
            clusters: {a: {dedicated-client-ca: maybe}}      | pgmtls.yaml:1:37: neither true nor false
            """)
    void whatIsNotUnderstoodIsAnErrorWithItsPlace(String yaml, String problem) {
        assertThat(read(yaml).problems())
                .singleElement()
                .satisfies(own -> assertThat(own.toString()).startsWith(problem));
    }

    private static PolicyReader.Outcome read(String yaml) {
        return PolicyReader.read(SourceFile.ofText("pgmtls.yaml", yaml + "\n"));
    }
}
