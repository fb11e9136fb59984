package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.LongRun;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random certificate authorities, put to the emulator and to an openssl command: no disagreement is tolerated. */
class PathVerifierOracleTest {

    private static final int SHORT = 300;
    private static final int LONG = 10_000;

    @Test
    void randomAuthoritiesEndAsOpenSslDecides(@TempDir Path directory) {
        OpenSsl openSsl = OpenSsl.require();
        boolean thorough = LongRun.isOn();
        long first = Long.getLong("pgmtls.seed", 1);
        Map<String, Integer> outcomes = new TreeMap<>();
        int disagreements = 0;
        for (long seed = first; seed < first + (thorough ? LONG : SHORT); seed++) {
            Trial trial = new RandomPki(seed).trial();
            Trial.Outcome expected = trial.asked(openSsl, directory);
            Trial.Outcome emulated = trial.emulated(openSsl.model());
            if (!emulated.equals(expected)) {
                disagreements++;
                System.out.println("seed " + seed + ": openssl says " + expected + ", emulated " + emulated);
            }
            outcomes.merge(expected.text().replaceAll(" at.*", ""), 1, Integer::sum);
        }
        System.out.println("outcomes of openssl: " + outcomes);
        assertThat(disagreements).isZero();
        assertThat(outcomes).containsKey("OK").hasSizeGreaterThan(8);
    }
}
