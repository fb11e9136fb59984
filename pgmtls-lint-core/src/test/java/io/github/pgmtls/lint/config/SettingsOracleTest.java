package io.github.pgmtls.lint.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.postgres.EachPostgres;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The model reads {@code postgresql.conf} as real servers do. */
class SettingsOracleTest {

    private static final boolean LONG = "long".equals(System.getProperty("pgmtls.oracle"));
    private static final int VIEWS = LONG ? 20_000 : 300;
    private static final int STARTS = LONG ? 400 : 8;

    /** After this many disagreements there is nothing more to learn. */
    private static final int ENOUGH = 20;

    @EachPostgres
    void theViewOfSettingsShowsWhatTheModelSays(RealPostgres server) {
        SettingsOracle oracle = new SettingsOracle(server);
        List<String> disagreements = new ArrayList<>();
        for (long seed = 0; seed < VIEWS && disagreements.size() < ENOUGH; seed++) {
            Map<String, String> files = new ConfGenerator(seed, server.version(), false).files();
            if (files.values().stream().noneMatch(SettingsOracleTest::isUndefined)) {
                oracle.write(files);
                report(seed, files, oracle.differencesOfView(files), disagreements);
                oracle.delete(files);
            }
        }

        assertThat(disagreements).as(server.toString()).isEmpty();
    }

    @EachPostgres
    void aServerStartsWhenTheModelSaysSo(RealPostgres server) {
        SettingsOracle oracle = new SettingsOracle(server);
        List<String> disagreements = new ArrayList<>();
        for (long seed = 0; seed < STARTS && disagreements.size() < ENOUGH; seed++) {
            Map<String, String> files = new ConfGenerator(-1 - seed, server.version(), true).files();
            if (files.values().stream().noneMatch(SettingsOracleTest::isUndefined)) {
                oracle.write(files);
                report(-1 - seed, files, oracle.differencesOfStart(files), disagreements);
                oracle.delete(files);
            }
        }

        assertThat(disagreements).as(server.toString()).isEmpty();
    }

    /** Of a string that begins with a NUL byte the server shows whatever lies in its memory. */
    private static boolean isUndefined(String content) {
        return content.contains("'\0");
    }

    private static void report(
            long seed, Map<String, String> files, List<String> differences, List<String> disagreements) {
        if (!differences.isEmpty()) {
            StringBuilder text = new StringBuilder("seed " + seed + "\n");
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
