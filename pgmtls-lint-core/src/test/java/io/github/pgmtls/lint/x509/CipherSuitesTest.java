package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CipherSuitesTest {

    /** As PostgreSQL 18 with OpenSSL 1.1.1, and the openssl command of 3.0, say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "TLS_AES_256_GCM_SHA384||",
                "TLS_AES_256_GCM_SHA384: TLS_AES_128_GCM_SHA256 ||",
                "TLS_RSA_WITH_AES_128_CBC_SHA||",
                "TLS_AES_256_GCM_SHA384:@SECLEVEL=2|@SECLEVEL=2|",
                "TLS_AES_256_GCM_SHA384:FOO|FOO|",
                "TLS_AES_256_GCM_SHA384:|''|",
                "TLS_AES_256_GCM_SHA384@SECLEVEL=0|TLS_AES_256_GCM_SHA384@SECLEVEL=0|TLS_AES_256_GCM_SHA384@SECLEVEL=0",
                "@SECLEVEL=2|@SECLEVEL=2|@SECLEVEL=2",
                "HIGH:!aNULL|HIGH|HIGH",
                "tls_aes_256_gcm_sha384|tls_aes_256_gcm_sha384|tls_aes_256_gcm_sha384",
                "TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256|TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256"
                        + "|TLS_AES_256_GCM_SHA384,TLS_AES_128_GCM_SHA256",
                "' '|''|''",
            })
    void anythingButASuiteSpoilsTheListForEarlyReleasesAndNothingButThatForAll(
            String list, String early, String current) {
        CipherSuites suites = CipherSuites.parse(list);

        assertThat(suites.refused(OpenSslVersion.V1_1_1).orElse(null)).isEqualTo(early);
        assertThat(suites.refused(OpenSslVersion.V3_0).orElse(null)).isEqualTo(current);
    }

    @Test
    void theOpensslCommandRefusesTheSameLists() {
        OpenSsl openSsl = OpenSsl.require();
        List<String> items = List.of(
                "TLS_AES_256_GCM_SHA384", "TLS_AES_128_CCM_8_SHA256", "FOO", "@SECLEVEL=2", "HIGH", "!aNULL", "", " ");
        long seed = 20261122;
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            StringBuilder list = new StringBuilder(items.get(random.nextInt(items.size())));
            for (int more = random.nextInt(3); more > 0; more--) {
                list.append(":,".charAt(random.nextInt(8) / 7)).append(items.get(random.nextInt(items.size())));
            }
            String text = list.isEmpty() ? ":" : list.toString();
            OpenSsl.Answer answer = openSsl.ask("ciphers", "-ciphersuites", text, "ALL");
            assertThat(CipherSuites.parse(text).refused(openSsl.model()).isPresent())
                    .as("seed %d: \"%s\": %s", seed, text, answer)
                    .isEqualTo(!answer.succeeded());
        }
    }
}
