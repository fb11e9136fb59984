package io.github.pgmtls.lint.testing.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** The servers do as they are told, so that other tests may rely on what they say. */
class RealPostgresTest {

    @EachPostgres
    void aServerIsOfTheVersionItIsCalledBy(RealPostgres server) {
        Map<String, String> row = server.query("show server_version").get(0);

        assertThat(row.get("server_version")).startsWith(server.name());
        assertThat(server.name()).startsWith(server.version() + ".");
    }

    @EachPostgres
    void goodFilesAreLoaded(RealPostgres server) {
        server.write("pg_hba.conf", "host all all 10.0.0.0/8 reject\n");
        server.write("pg_ident.conf", "map system user\n");

        Reload reload = server.reload();

        assertThat(reload.accepted()).as(server::dump).isTrue();
        assertThat(reload.log()).isEmpty();
        assertThat(server.query("select type, address, auth_method from pg_hba_file_rules"))
                .containsExactly(Map.of("type", "host", "address", "10.0.0.0", "auth_method", "reject"));
    }

    @EachPostgres
    void aBadRecordIsReportedWithItsLineAndTheOldFileIsKept(RealPostgres server) {
        server.write("pg_hba.conf", "# comment\nnonsense all all trust\n");

        Reload reload = server.reload();

        assertThat(reload.hbaAccepted()).as(server::dump).isFalse();
        assertThat(reload.identAccepted()).as(server::dump).isTrue();
        assertThat(reload.settingsAccepted()).as(server::dump).isTrue();
        assertThat(reload.tlsAccepted()).as(server::dump).isTrue();
        assertThat(reload.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("invalid connection type \"nonsense\"");
            assertThat(problem.context())
                    .startsWith("line 2 of configuration file")
                    .contains("pg_hba.conf");
        });
    }

    @EachPostgres
    void eachFileIsJudgedByItself(RealPostgres server) {
        server.write("pg_ident.conf", "too few\n");
        Reload ident = server.reload();
        server.reset();
        server.write("postgresql.conf", "ssl = on\n");
        Reload tls = server.reload();
        server.reset();
        server.write("postgresql.conf", "nonsense = 1\n");
        Reload settings = server.reload();

        assertThat(List.of(ident.hbaAccepted(), ident.tlsAccepted(), ident.settingsAccepted()))
                .as(ident::toString)
                .containsOnly(true);
        assertThat(ident.identAccepted()).as(ident::toString).isFalse();
        assertThat(List.of(tls.hbaAccepted(), tls.identAccepted(), tls.settingsAccepted()))
                .as(tls::toString)
                .containsOnly(true);
        assertThat(tls.tlsAccepted()).as(tls::toString).isFalse();
        assertThat(List.of(settings.hbaAccepted(), settings.identAccepted(), settings.tlsAccepted()))
                .as(settings::toString)
                .containsOnly(true);
        assertThat(settings.settingsAccepted()).as(settings::toString).isFalse();
    }

    @EachPostgres
    void aReloadTellsOfItselfOnly(RealPostgres server) {
        server.write("pg_hba.conf", "nonsense\n");
        assertThat(server.reload().log()).hasSize(2);
        server.write("pg_hba.conf", "local all all trust\n");
        for (int i = 0; i < 20; i++) {
            assertThat(server.reload().log()).as(server::dump).isEmpty();
        }
    }

    @EachPostgres
    void aServerStartsWithGoodFilesAndRefusesBadOnes(RealPostgres server) {
        StartVerdict plain = server.tryStart();
        server.write("pg_hba.conf", "local all all nonsense\n");
        StartVerdict bad = server.tryStart();
        server.write("pg_hba.conf", "local all all trust\n");
        StartVerdict good = server.tryStart();

        assertThat(plain.started()).as(plain::toString).isTrue();
        assertThat(plain.problems()).isEmpty();
        assertThat(bad.started()).as(bad::toString).isFalse();
        assertThat(bad.problems())
                .extracting(LogEntry::message)
                .first()
                .isEqualTo("invalid authentication method \"nonsense\"");
        assertThat(good.started()).as(good::toString).isTrue();
    }

    @EachPostgres
    void aStartIsTriedWithAllFilesAndTheirModes(RealPostgres server) {
        server.write("postgresql.conf", "include 'more/settings.conf'\n");
        assertThat(server.tryStart().started()).isFalse();
        server.write("more/settings.conf", "work_mem = 1MB\n");
        assertThat(server.tryStart().started()).isTrue();
        server.write("more/settings.conf", new byte[0], "---------");
        assertThat(server.tryStart().started()).isFalse();
    }

    @EachPostgres
    void bytesComeBackAsTheyWentIn(RealPostgres server) {
        String name = "\u00a0n\u00ff\u00e9";
        server.write("pg_hba.conf", "local " + name + " all trust\n");

        assertThat(server.reload().accepted()).as(server::dump).isTrue();
        assertThat(server.query("select database[1] as database from pg_hba_file_rules"))
                .containsExactly(Map.of("database", name));
    }

    @EachPostgres
    void theSuperuserIsHeardWhateverTheFilesSay(RealPostgres server) {
        server.write("pg_hba.conf", "host all all all reject\n");

        assertThat(server.reload().accepted()).isTrue();
        assertThat(server.query("select 1 as one")).containsExactly(Map.of("one", "1"));
    }

    @EachPostgres
    void aResetRemovesWhatATestLeft(RealPostgres server) {
        server.write("directory/file.conf", "x");
        server.write("pg_hba.conf", "nonsense\n");
        server.query("create role \"a\"\"b\"");
        server.query("create role c in role \"a\"\"b\"");
        server.query("create database d");

        server.reset();

        assertThat(server.dataDirectory().resolve("directory")).doesNotExist();
        assertThat(server.reload().accepted()).isTrue();
        assertThat(server.query("select rolname from pg_authid where rolname !~ '^pg_'"))
                .containsExactly(Map.of("rolname", "postgres"));
        assertThat(server.query("select datname from pg_database where datname = 'd'"))
                .isEmpty();
    }

    @EachPostgres
    void aSettingThatNeedsARestartIsNotAcceptedAndForgottenByAReset(RealPostgres server) {
        server.write("postgresql.conf", "max_connections = 7\n");

        Reload reload = server.reload();
        server.reset();

        assertThat(reload.settingsAccepted()).as(reload::toString).isFalse();
        assertThat(reload.problems())
                .extracting(LogEntry::message)
                .contains("parameter \"max_connections\" cannot be changed without restarting the server");
        assertThat(server.reload().accepted()).isTrue();
    }

    @EachPostgres
    void aServerMayHaveSettingsOnItsCommandLine(RealPostgres shared) {
        try (RealPostgres server = RealPostgres.start(
                shared.version(), ServerOptions.NONE.with("work_mem", "77kB").with("hba_file", "moved.conf"))) {
            fail("hba_file is relative to the run directory, where there is no such file: " + server);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("moved.conf").hasMessageContaining(shared.name());
        }
        try (RealPostgres server = RealPostgres.start(shared.version(), ServerOptions.NONE.with("work_mem", "77kB"))) {
            assertThat(server.query("show work_mem")).containsExactly(Map.of("work_mem", "77kB"));
            assertThat(server.port()).isNotEqualTo(shared.port());
        }
    }

    @Test
    void theServerOfTheOperatingSystemServesToo() {
        RealPostgres server = SharedPostgres.local()
                .orElseThrow(() -> new TestAbortedException("no PostgreSQL server is installed on this machine"));

        assertThat(server.name()).endsWith("-local");
        assertThat(server.query("show server_version").get(0).get("server_version"))
                .startsWith(server.name().replace("-local", ""));
        assertThat(server.reload().accepted()).as(server::dump).isTrue();
        assertThat(server.tryStart().started()).isTrue();
    }

    @EachPostgres
    void anSqlErrorIsThrownAndTheSessionGoesOn(RealPostgres server) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> server.query("select nonsense"))
                .withMessageContaining("column \"nonsense\" does not exist");

        assertThat(server.query("select null as nothing, '' as empty")).containsExactly(Map.of("empty", ""));
    }
}
