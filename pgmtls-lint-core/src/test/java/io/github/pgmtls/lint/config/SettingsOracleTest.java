package io.github.pgmtls.lint.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pgmtls.lint.postgres.ParameterLists;
import io.github.pgmtls.lint.testing.LongRun;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.ServerOptions;
import io.github.pgmtls.lint.testing.postgres.StartVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.TestReporter;

/** The model reads {@code postgresql.conf} as real servers do. */
class SettingsOracleTest {

    private static final boolean LONG = LongRun.isOn();
    private static final int VIEWS = LONG ? 20_000 : 300;
    private static final int STARTS = LONG ? 400 : 8;

    /** The versions that are started with the rules in the normal run: before and after paths were simplified. */
    private static final Set<Integer> STARTED = Set.of(10, 14, 18);

    private static final int MOST_ROWS = 2_000;

    /** After this many disagreements there is nothing more to learn. */
    private static final int ENOUGH = 20;

    @EachPostgres
    void everyRuleIsThatOfTheServer(RealPostgres server) {
        SettingsOracle oracle = new SettingsOracle(server);
        List<String> disagreements = new ArrayList<>();
        for (SettingsCases.Case rule : SettingsCases.all()) {
            oracle.write(rule.files());
            report(rule.title(), rule.files(), oracle.differencesOfView(rule.files()), disagreements);
            if (LONG || (startsDiffer(server, oracle.model(rule.files())))) {
                report(rule.title(), rule.files(), oracle.differencesOfStart(rule.files()), disagreements);
            }
            oracle.delete(rule.files());
        }

        assertThat(disagreements).as(server.toString()).isEmpty();
    }

    @EachPostgres(from = 12)
    void aMinimumAboveTheMaximumKeepsTheServerFromStartingFrom13On(RealPostgres server) {
        Issued issued = Pki.ca("CN=Root").server("CN=localhost");
        Map<String, String> files = Map.of(
                "postgresql.conf", """
                        ssl = on
                        ssl_min_protocol_version = 'TLSv1.3'
                        ssl_max_protocol_version = 'TLSv1.2'
                        """,
                "server.crt", issued.pem(),
                "server.key", issued.keyPem());
        SettingsOracle oracle = new SettingsOracle(server);
        oracle.write(files);

        Settings settings = oracle.model(files);
        StartVerdict verdict = server.tryStart();

        assertThat(verdict.started()).as(verdict.toString()).isEqualTo(settings.loads());
        assertThat(settings.loads()).isEqualTo(!server.version().isAtLeast(13));
        settings.fatal()
                .ifPresent(message -> assertThat(verdict.log())
                        .anySatisfy(entry -> assertThat(entry.message()).startsWith(message)));
    }

    @EachPostgres
    void theDataDirectoryIsKnownInLowerCaseOnly(RealPostgres server) {
        SettingsOracle oracle = new SettingsOracle(server);
        Map<String, String> upper = Map.of("postgresql.conf", "Data_Directory = '/nowhere'\n");
        Map<String, String> lower = Map.of("postgresql.conf", "data_directory = '/nowhere'\n");

        oracle.write(upper);
        assertThat(server.tryStart().started()).isTrue();
        assertThat(oracle.model(upper).dataDirectory()).isEmpty();

        oracle.write(lower);
        assertThat(server.tryStart().started()).isFalse();
        assertThat(oracle.model(lower).dataDirectory()).contains("/nowhere");
    }

    @EachPostgres
    void addressesMustBeAList(RealPostgres server) {
        List<String> bad = List.of("127.0.0.1 ::1", "127.0.0.1,", "\"127.0.0.1");
        for (String value : LONG ? bad : bad.subList(0, 1)) {
            ServerOptions options = ServerOptions.NONE.with("listen_addresses", value);
            assertThat(ParameterLists.split(value)).as(value).isEmpty();
            assertThatThrownBy(
                            () -> RealPostgres.start(server.version(), options).close())
                    .hasMessageContaining("invalid list syntax in parameter \"listen_addresses\"");
        }
        ServerOptions good = ServerOptions.NONE.with("listen_addresses", " \"127.0.0.1\" ,\t::1 ");
        RealPostgres.start(server.version(), good).close();
        assertThat(ParameterLists.split(" \"127.0.0.1\" ,\t::1 ").orElseThrow()).containsExactly("127.0.0.1", "::1");
    }

    /** A start takes long and tells more than the view only of files that cannot be read. */
    private static boolean startsDiffer(RealPostgres server, Settings model) {
        boolean unreadable = model.logged().stream()
                .anyMatch(p -> p.kind() == LoadProblem.Kind.SYNTAX || p.kind() == LoadProblem.Kind.FILE);
        return unreadable && STARTED.contains(server.version().major());
    }

    @EachPostgres
    void theViewOfSettingsShowsWhatTheModelSays(RealPostgres server, TestReporter reporter) {
        SettingsOracle oracle = new SettingsOracle(server);
        List<String> disagreements = new ArrayList<>();
        for (long seed = 0; seed < VIEWS && disagreements.size() < ENOUGH; seed++) {
            Map<String, String> files = new ConfGenerator(seed, server.version(), false).files();
            if (isComparable(files, oracle.model(files))) {
                oracle.write(files);
                report("seed " + seed, files, oracle.differencesOfView(files), disagreements);
                oracle.delete(files);
            }
        }

        reporter.publishEntry(oracle.counts());
        assertThat(disagreements).as(server.toString()).isEmpty();
    }

    @EachPostgres
    void aServerStartsWhenTheModelSaysSo(RealPostgres server) {
        SettingsOracle oracle = new SettingsOracle(server);
        List<String> disagreements = new ArrayList<>();
        for (long seed = 0; seed < STARTS && disagreements.size() < ENOUGH; seed++) {
            Map<String, String> files = new ConfGenerator(-1 - seed, server.version(), true).files();
            Settings model = oracle.model(files);
            if (isComparable(files, model) && SettingsOracle.isJudged(model)) {
                oracle.write(files);
                report("seed " + (-1 - seed), files, oracle.differencesOfStart(files), disagreements);
                oracle.delete(files);
            }
        }

        assertThat(disagreements).as(server.toString()).isEmpty();
    }

    /**
     * Of a string that begins with a NUL byte the server shows whatever lies in its memory; files that include each
     * other in many ways keep it busy for minutes; and the model does not know the machine's own files.
     */
    private static boolean isComparable(Map<String, String> files, Settings model) {
        boolean defined = files.values().stream().noneMatch(content -> content.contains("'\0"));
        return defined && model.isComplete() && model.rows().size() <= MOST_ROWS;
    }

    private static void report(
            String title, Map<String, String> files, List<String> differences, List<String> disagreements) {
        if (!differences.isEmpty()) {
            StringBuilder text = new StringBuilder(title + "\n");
            files.forEach((path, content) -> text.append("--- ")
                    .append(path)
                    .append('\n')
                    .append(content)
                    .append('\n'));
            differences.forEach(
                    difference -> text.append("!!! ").append(difference).append('\n'));
            disagreements.add(text.toString());
        }
    }
}
