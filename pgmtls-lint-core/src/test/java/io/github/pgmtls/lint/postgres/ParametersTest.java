package io.github.pgmtls.lint.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.postgres.ParameterVerdict.Accepted;
import io.github.pgmtls.lint.postgres.ParameterVerdict.NotJudged;
import io.github.pgmtls.lint.postgres.ParameterVerdict.Rejected;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static ParameterVerdict judge(int major, String name, String value) {
        Parameters parameters = Parameters.of(new PostgresVersion(major));
        return parameters.judge(parameters.find(name).orElseThrow(), name, value);
    }

    private static String accepted(int major, String name, String value) {
        return judge(major, name, value).accepted().orElse("refused");
    }

    private static List<Integer> versions(String name) {
        return Parameters.versionsWith(name).stream()
                .map(PostgresVersion::major)
                .toList();
    }

    @Test
    void eachVersionKnowsItsOwnTlsParameters() {
        assertThat(versions("ssl")).hasSize(10);
        assertThat(versions("ssl_passphrase_command").get(0)).isEqualTo(11);
        assertThat(versions("ssl_min_protocol_version").get(0)).isEqualTo(12);
        assertThat(versions("ssl_crl_dir").get(0)).isEqualTo(14);
        assertThat(versions("ssl_tls13_ciphers")).containsExactly(18, 19);
        assertThat(versions("ssl_sni")).containsExactly(19);
        assertThat(versions("hosts_file")).containsExactly(19);
        assertThat(versions("db_user_namespace")).containsExactly(10, 11, 12, 13, 14, 15, 16);
        assertThat(versions("sslrootcert")).isEmpty();
    }

    @Test
    void aNameIsFoundInAnyCaseAndUnderItsOldName() {
        Parameters parameters = Parameters.of(new PostgresVersion(18));

        assertThat(parameters.find("SSL_CA_file")).map(Parameter::name).contains("ssl_ca_file");
        assertThat(parameters.find("timezone")).map(Parameter::name).contains("TimeZone");
        assertThat(parameters.find("ssl_ecdh_curve")).map(Parameter::name).contains("ssl_groups");
        assertThat(parameters.find("sort_mem")).map(Parameter::name).contains("work_mem");
        assertThat(Parameters.of(new PostgresVersion(17)).find("ssl_ecdh_curve"))
                .map(Parameter::name)
                .contains("ssl_ecdh_curve");
    }

    @Test
    void defaultsDifferByVersion() {
        assertThat(defaultOf(12, "ssl_min_protocol_version")).isEqualTo("TLSv1");
        assertThat(defaultOf(13, "ssl_min_protocol_version")).isEqualTo("TLSv1.2");
        assertThat(defaultOf(13, "password_encryption")).isEqualTo("md5");
        assertThat(defaultOf(14, "password_encryption")).isEqualTo("scram-sha-256");
        assertThat(defaultOf(19, "ssl_sni")).isEqualTo("off");
        assertThat(defaultOf(19, "ssl_cert_file")).isEqualTo("server.crt");
        assertThat(defaultOf(19, "authentication_timeout")).isEqualTo("60");
    }

    private static String defaultOf(int major, String name) {
        return Parameters.of(new PostgresVersion(major))
                .find(name)
                .flatMap(Parameter::defaultValue)
                .orElse("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "ON", "t", "tr", "true", "y", "YES", "1"})
    void aBooleanIsOn(String value) {
        assertThat(accepted(15, "ssl", value)).isEqualTo("on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "of", "oF", "f", "false", "n", "No", "0"})
    void aBooleanIsOff(String value) {
        assertThat(accepted(15, "ssl", value)).isEqualTo("off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o", "01", "enabled", " on", "on ", "2", "truee"})
    void anythingElseIsNoBoolean(String value) {
        assertThat(judge(15, "ssl", value))
                .isEqualTo(new Rejected("parameter \"ssl\" requires a Boolean value", java.util.Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "5432, 5432",
        "05432, 2842",
        "0x1538, 5432",
        "' 5432 ', 5432",
        "+5432, 5432",
        "5432.4, 5432",
        "5432.5, 5432",
        "5433.5, 5434",
        "54.32e2, 5432",
        "0, refused",
        "65536, refused",
        "08, refused",
        "5432 s, refused",
        "5432x, refused",
        "nan, refused",
        "99999999999999999999, refused"
    })
    void aWholeNumberIsReadAsInCAndRoundedFrom12On(String value, String expected) {
        assertThat(accepted(15, "port", value)).isEqualTo(expected);
        if (value.contains(".")) {
            assertThat(accepted(11, "port", value)).isEqualTo("refused");
        } else {
            assertThat(accepted(11, "port", value)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "60, 60",
        "1min, 60",
        "1 min, 60",
        "0.5min, 30",
        "1500ms, 2",
        "60000000us, 60",
        "1h, refused",
        "1M, refused",
        "1 MIN, refused",
        "1s5, refused",
        "1kB, refused"
    })
    void aTimeMayHaveAUnit(String value, String expected) {
        assertThat(accepted(15, "authentication_timeout", value)).isEqualTo(expected);
    }

    @Test
    void unitsDifferByVersion() {
        assertThat(accepted(11, "authentication_timeout", "1999ms")).isEqualTo("1");
        assertThat(accepted(12, "authentication_timeout", "1999ms")).isEqualTo("2");
        assertThat(accepted(11, "authentication_timeout", "60000000us")).isEqualTo("refused");
        assertThat(accepted(10, "work_mem", "65536B")).isEqualTo("refused");
        assertThat(accepted(11, "work_mem", "65536B")).isEqualTo("64");
        assertThat(accepted(15, "work_mem", "30.1GB")).isEqualTo("31561728");
        assertThat(accepted(11, "vacuum_cost_delay", "1ms")).isEqualTo("1");
        assertThat(accepted(12, "vacuum_cost_delay", "0.001s")).isEqualTo("1");
    }

    @Test
    void anEnumTakesItsWordsInAnyCaseAndSomeHiddenOnes() {
        assertThat(accepted(15, "ssl_min_protocol_version", "tlsv1.2")).isEqualTo("TLSv1.2");
        assertThat(accepted(15, "ssl_min_protocol_version", "")).isEqualTo("refused");
        assertThat(accepted(15, "ssl_max_protocol_version", "")).isEmpty();
        assertThat(accepted(13, "password_encryption", "yes")).isEqualTo("on");
        assertThat(accepted(14, "password_encryption", "yes")).isEqualTo("refused");
        assertThat(accepted(14, "password_encryption", "scram-sha-256 ")).isEqualTo("refused");
        assertThat(judge(15, "ssl_min_protocol_version", "SSLv3"))
                .isEqualTo(new Rejected(
                        "invalid value for parameter \"ssl_min_protocol_version\": \"SSLv3\"",
                        java.util.Optional.of("Available values: TLSv1, TLSv1.1, TLSv1.2, TLSv1.3.")));
    }

    @Test
    void whatDependsOnTheBuildIsNotJudged() {
        assertThat(judge(15, "wal_compression", "zstd")).isInstanceOf(NotJudged.class);
        assertThat(judge(15, "bonjour", "on")).isInstanceOf(NotJudged.class);
        assertThat(judge(15, "bonjour", "off")).isEqualTo(new Accepted("off"));
        assertThat(judge(15, "search_path", "\"")).isInstanceOf(NotJudged.class);
        assertThat(judge(15, "ssl_ciphers", "nonsense")).isEqualTo(new Accepted("nonsense"));
    }

    @Test
    void whatShowsAPropertyOfTheServerCannotBeSet() {
        assertThat(judge(15, "ssl_library", "OpenSSL"))
                .isEqualTo(new Rejected("parameter \"ssl_library\" cannot be changed", java.util.Optional.empty()));
        assertThat(accepted(15, "ssl_renegotiation_limit", "0")).isEqualTo("0");
        assertThat(accepted(15, "ssl_renegotiation_limit", "512")).isEqualTo("refused");
    }

    @Test
    void messagesReadLikeThoseOfTheVersion() {
        assertThat(message(11, "AUTHENTICATION_timeout", "700"))
                .isEqualTo("700 is outside the valid range for parameter \"AUTHENTICATION_timeout\" (1 .. 600)");
        assertThat(message(16, "AUTHENTICATION_timeout", "700"))
                .isEqualTo("700 s is outside the valid range for parameter \"AUTHENTICATION_timeout\" (1 .. 600)");
        assertThat(message(18, "AUTHENTICATION_timeout", "700"))
                .isEqualTo("700 s is outside the valid range for parameter \"authentication_timeout\" (1 s .. 600 s)");
        assertThat(message(15, "cpu_tuple_cost", "-1e300"))
                .isEqualTo("-1e+300 is outside the valid range for parameter \"cpu_tuple_cost\" (0 .. 1.79769e+308)");
    }

    private static String message(int major, String name, String value) {
        return judge(major, name, value) instanceof Rejected rejected ? rejected.message() : "accepted";
    }
}
