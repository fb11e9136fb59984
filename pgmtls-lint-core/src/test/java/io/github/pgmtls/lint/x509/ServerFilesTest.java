package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.LongRun;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.Reload;
import io.github.pgmtls.lint.testing.postgres.SharedPostgres;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServerFilesTest {

    static Stream<FileSituation> situations() {
        return FileSituation.all().stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void filesAreLoadedAsOpenSslLoadsThem(FileSituation situation) {
        for (OpenSslVersion version : OpenSslVersion.values()) {
            FileSituation.Reason expected = situation.expected(version);
            Optional<LoadFailure> failure = situation.emulated(version);
            assertThat(failure.isEmpty()).as("%s: %s", version, failure).isEqualTo(expected.accepted());
            failure.ifPresent(own -> {
                assertThat(own.step()).isEqualTo(expected.step());
                assertThat(own.reason().orElse("")).isEqualTo(expected.word());
                assertThat(own.message()).isNotEmpty();
            });
        }
    }

    @EachPostgres(standIns = {10, 12, 15, 18})
    void realServersLoadThemAlike(RealPostgres server) {
        // The build of PostgreSQL 10 carries OpenSSL 1.1.1s, the others 1.1.1.
        boolean late = !server.version().isAtLeast(11);
        compare(server, late ? OpenSslVersion.V1_1_1I : OpenSslVersion.V1_1_1);
    }

    @Test
    @ResourceLock("PostgreSQL servers")
    void theServerOfTheOperatingSystemLoadsThemAlike() {
        Optional<RealPostgres> server = SharedPostgres.local();
        Assumptions.assumeTrue(server.isPresent(), "no PostgreSQL server is installed");
        Assumptions.assumeTrue(
                OpenSsl.require().model() == OpenSslVersion.V3_0, "the operating system's OpenSSL is not 3.0");
        compare(server.get(), OpenSslVersion.V3_0);
    }

    /** Starting takes longer than loading again, so one situation of each kind has to do in the normal run. */
    private static void compare(RealPostgres server, OpenSslVersion version) {
        Set<Optional<LoadFailure.Step>> started = new HashSet<>();
        for (FileSituation situation : FileSituation.all()) {
            StringBuilder settings = new StringBuilder("ssl = on\nssl_ca_file = 'root.crt'\n");
            server.delete(FileSituation.LISTS);
            situation.files().forEach(server::write);
            if (situation.files().containsKey(FileSituation.LISTS)) {
                settings.append("ssl_crl_file = 'root.crl'\n");
            }
            server.write("postgresql.conf", settings.toString());
            Reload reload = server.reload();
            Optional<LoadFailure> failure = situation.emulated(version);
            assertThat(reload.tlsAccepted())
                    .as("%s with %s: %s; emulated: %s", server, situation, reload, failure)
                    .isEqualTo(failure.isEmpty());
            failure.ifPresent(own -> assertThat(reload.toString())
                    .as("%s with %s", server, situation)
                    .contains(own.serverMessage(path(own.step()))));
            if (started.add(failure.map(LoadFailure::step)) || LongRun.isOn()) {
                assertThat(server.tryStart().started())
                        .as("%s with %s", server, situation)
                        .isEqualTo(failure.isEmpty());
            }
        }
    }

    private static String path(LoadFailure.Step step) {
        return switch (step) {
            case CERTIFICATE -> FileSituation.CERTIFICATE;
            case PRIVATE_KEY, KEY_CHECK -> FileSituation.KEY;
            case AUTHORITIES -> FileSituation.AUTHORITIES;
            case REVOCATION -> FileSituation.LISTS;
        };
    }
}
