package io.github.pgmtls.lint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.pgmtls.lint.source.Span;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    /** What is to be masked stands between angle brackets. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "host all all all ldap ldapbindpasswd=«secret» ldapserver=x",
                "host all all all ldap ldapbindpasswd=«\"the secret\"» ldapserver=x",
                "host all all all ldap \"ldapbindpasswd=«the secret»\" ldapserver=x",
                "host all all all ldap ldapbindpasswd=«the\" \"secret» ldapserver=x",
                "host all all all ldap ldapbindpasswd=«sec\\\nret» ldapserver=x",
                "host all all all ldap ldapbindpasswd=«sec\\\r\nret» ldapserver=x",
                "host all all all ldap ldapbindpasswd=«\"sec\\\nret\"» ldapserver=x",
                "host all all all ldap ldapbindpasswd=«\"never closed",
                "host all all all radius radiussecrets=«\"a,b\"» radiusservers=x",
                "host all all all radius RADIUSSECRETS=«a,b» radiusservers=x",
                "primary_conninfo = 'host=x password=«secret» user=y'",
                "primary_conninfo = 'host=x password=«secret»'",
                "primary_conninfo = 'password=«''the secret'' user=y'",
                "primary_conninfo = 'password=«\\'the secret\\' user=y'",
                "postgresql://app:«s3cr3t»@db.example.org/app",
                "password: «secret»",
                "  \"password\": «\"the secret\"»",
                "sslpassword = «secret»",
                "PGPASSWORD=«secret» psql",
                "admin_passwd=«secret» x",
            })
    void findsWhereASecretIs(String marked) {
        StringBuilder text = new StringBuilder();
        int start = -1;
        int end = -1;
        for (char c : marked.toCharArray()) {
            if (c == '«') {
                start = text.length();
            } else if (c == '»') {
                end = text.length();
            } else {
                text.append(c);
            }
        }
        Span expected = new Span(start, end < 0 ? text.length() : end);

        assertThat(Secrets.inFile(text.toString())).containsExactly(expected);
        assertThat(Secrets.inFile("first\n" + text + "\nlast\n"))
                .containsExactly(new Span(expected.start() + 6, expected.end() + 6));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "host all all 10.0.0.0/8 password",
                "password_encryption = scram-sha-256",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
                "see http://example.org:8080/a@b",
                "password=",
            })
    void leavesOtherTextAlone(String text) {
        assertThat(Secrets.inFile(text)).isEmpty();
        assertThat(Secrets.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "RSA ", "EC ", "ENCRYPTED ", "OPENSSH "})
    void findsTheBodyOfAPrivateKey(String type) {
        String begin = "x-----BEGIN " + type + "PRIVATE KEY-----";

        assertThat(Secrets.mask(begin + "\nMC4C\nAQAw\n-----END")).isEqualTo(begin + "***-----END");
        assertThat(Secrets.mask(begin + "\nMC4C")).isEqualTo(begin + "***");
    }

    @Test
    void aMessageMaySpeakOfAPassword() {
        assertThat(Secrets.mask("the method password: it sends the password as it is"))
                .isEqualTo("the method password: it sends the password as it is");
        assertThat(Secrets.mask("unknown option \"ldapbindpasswd=x y\" and password=z"))
                .isEqualTo("unknown option \"ldapbindpasswd=***\" and password=***");
    }

    @Test
    void takesTimeInProportionToTheText() {
        for (String piece : List.of(
                "password=x ",
                "password='",
                "password=\"",
                "password=\\\n",
                "-----BEGIN PRIVATE KEY-----",
                "://a:b",
                "-----BEGIN ",
                "password=\n",
                "password  ")) {
            String text = piece.repeat(4_000_000 / piece.length());
            assertThatCode(() -> org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                            Duration.ofSeconds(10), () -> Secrets.inFile(text)))
                    .as(piece)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void aPassphraseThatACommandPrintsIsMaskedWhereverItIsShown() {
        assertThat(Secrets.mask("ssl_passphrase_command = 'echo open sesame'"))
                .isEqualTo("ssl_passphrase_command = 'echo ***");
        assertThat(Secrets.inFile("a = 1\nSSL_Passphrase_Command 'printf x'\nb = 2\n"))
                .containsExactly(new Span(37, 39));
        assertThat(Secrets.inFile("ssl_passphrase_command = '/usr/bin/ask'\n")).isEmpty();
    }
}
