package io.github.pgmtls.lint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What documentation and source of PostgreSQL 19 say; there is no server 19 to compare with. */
class HostsFileTest {

    private static final PostgresVersion VERSION = new PostgresVersion(19);

    private static HostsFile read(String content, String... more) {
        DataFiles files = DataFiles.of("pg_hosts.conf", content);
        for (int i = 0; i < more.length; i += 2) {
            files = files.with(more[i], more[i + 1]);
        }
        return HostsFile.read(files.file("pg_hosts.conf"), files, ServerPaths.of(files, Map.of()), VERSION);
    }

    @Test
    void aRecordHasHostsCertificateAndKey() {
        HostsFile file = read("""
                # names           certificate key     CA      command        at reload
                db.example,db2    a.crt       a.key
                *                 b.crt       b.key   ca.crt  "get pass"     yes
                /no_sni/          c.crt       c.key   ""
                """);

        assertThat(file.loads()).isTrue();
        assertThat(file.records()).hasSize(3);
        HostsRecord first = file.records().get(0);
        assertThat(first.hosts()).extracting("value").containsExactly("db.example", "db2");
        assertThat(first.certificate().value()).isEqualTo("a.crt");
        assertThat(first.key().value()).isEqualTo("a.key");
        assertThat(first.ca()).isEmpty();
        assertThat(first.passphraseCommand()).isEmpty();
        HostsRecord second = file.records().get(1);
        assertThat(second.ca().orElseThrow().value()).isEqualTo("ca.crt");
        assertThat(second.passphraseCommand().orElseThrow().value()).isEqualTo("get pass");
        assertThat(second.passphraseCommandForReload()).isTrue();
        assertThat(file.records().get(2).ca()).as("a CA of two quotes is none").isEmpty();
    }

    @Test
    void anEmptyFileLoadsWithoutRecords() {
        assertThat(read("# nothing\n").loads()).isTrue();
        assertThat(read("# nothing\n").records()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "h | missing entry at end of line",
                "h c | missing entry at end of line",
                "h c,d k | multiple values specified for SSL certificate",
                "h c k,l | multiple values specified for SSL key",
                "h c k ca,cb | multiple values specified for SSL CA",
                "h c k ca p,q | multiple values specified for SSL passphrase command",
                "h c k ca p on,off | incorrect syntax for boolean value SSL_passphrase_cmd_reload",
                "h c k ca p maybe | incorrect syntax for boolean value SSL_passphrase_cmd_reload",
                "h c k ca p maybe x | extra fields at end of line",
                "h,* c k | default and non-SNI entries cannot be mixed with other entries",
                "/no_sni/,h c k | default and non-SNI entries cannot be mixed with other entries",
                "\"*\",h c k | default and non-SNI entries cannot be mixed with other entries"
            })
    void aMalformedLineKeepsTheFileFromLoading(String line, String message) {
        HostsFile file = read(line + "\n");

        assertThat(file.loads()).isFalse();
        assertThat(file.problems())
                .singleElement()
                .extracting(LoadProblem::message)
                .isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h,H c k\n", "h c k\nH c k\n", "* c k\n* c k\n", "/no_sni/ c k\n\"/no_sni/\" c k\n"})
    void aHostMayStandThereOnlyOnce(String content) {
        HostsFile file = read(content);

        assertThat(file.loads()).isFalse();
        assertThat(file.problems())
                .singleElement()
                .extracting(LoadProblem::kind)
                .isEqualTo(LoadProblem.Kind.HOST_ENTRY);
    }

    @Test
    void theNameThatAClientSendsPicksTheRecord() {
        HostsFile file = read("a c1 k\n*.b c2 k\n/no_sni/ c3 k\n* c4 k\n");

        assertThat(certificate(file, Optional.of("A"))).contains("c1");
        assertThat(certificate(file, Optional.of("x.b")))
                .as("there are no wildcards")
                .contains("c4");
        assertThat(certificate(file, Optional.of("*.b"))).contains("c2");
        assertThat(certificate(file, Optional.of("/no_sni/"))).contains("c4");
        assertThat(certificate(file, Optional.empty())).contains("c3");
    }

    @Test
    void withoutADefaultOtherNamesFindNothing() {
        HostsFile file = read("a c1 k\n");

        assertThat(certificate(file, Optional.of("b"))).isEmpty();
        assertThat(certificate(file, Optional.empty())).isEmpty();
        assertThat(certificate(read("* c k\n"), Optional.empty())).contains("c");
    }

    private static Optional<String> certificate(HostsFile file, Optional<String> name) {
        return file.recordFor(name).map(entry -> entry.certificate().value());
    }

    @Test
    void theSyntaxIsThatOfAuthenticationFiles() {
        HostsFile file = read("@names c \\\nk\ninclude more\ninclude gone\n", "names", "a\nb\n", "more", "* c k\n");

        assertThat(file.records()).hasSize(2);
        assertThat(file.records().get(0).hosts()).extracting("value").containsExactly("a", "b");
        assertThat(file.files()).hasSize(3);
        assertThat(file.loads()).isFalse();
        assertThat(file.problems())
                .singleElement()
                .extracting(LoadProblem::message)
                .isEqualTo("could not open file \"gone\": No such file or directory");
    }

    @Test
    void olderVersionsHaveNoSuchFile() {
        DataFiles files = DataFiles.of("pg_hosts.conf", "");
        assertThatThrownBy(() -> HostsFile.read(
                        files.file("pg_hosts.conf"), files, ServerPaths.of(files, Map.of()), new PostgresVersion(18)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
