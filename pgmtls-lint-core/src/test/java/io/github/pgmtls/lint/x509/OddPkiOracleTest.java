package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.LongRun;
import io.github.pgmtls.lint.testing.pki.Issued;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and revocation lists that no sane authority makes, put to the emulator and to an openssl command. */
class OddPkiOracleTest {

    private static final int SHORT = 250;
    private static final int LONG = 6_000;

    /** Something is not read at all: the certificate, or one of what is trusted. */
    private static final String UNREAD = "unread";

    /** A failure for which the command has neither number nor depth. */
    private static final String UNSPECIFIED = "error 1";

    @Test
    void oddAuthoritiesEndAsOpenSslDecides(@TempDir Path directory) {
        OpenSsl openSsl = OpenSsl.require();
        long first = Long.getLong("pgmtls.seed", 1);
        Map<String, Integer> outcomes = new TreeMap<>();
        int disagreements = 0;
        for (long seed = first; seed < first + (LongRun.isOn() ? LONG : SHORT); seed++) {
            OddPki odd = new OddPki(seed);
            Trial trial = odd.trial();
            String expected = asked(trial, openSsl, directory);
            String emulated = emulated(trial, openSsl.model());
            if (!emulated.equals(expected)) {
                disagreements++;
                System.out.println("seed " + seed + ", level " + trial.level() + ", " + odd.oddities()
                        + ": openssl says " + expected + ", emulated " + emulated);
            }
            outcomes.merge(expected.replaceAll(" at.*", ""), 1, Integer::sum);
        }
        System.out.println("outcomes of openssl: " + outcomes);
        assertThat(disagreements).isZero();
        assertThat(outcomes).containsKeys("OK", UNREAD).hasSizeGreaterThan(8);
    }

    private static String asked(Trial trial, OpenSsl openSsl, Path directory) {
        String outcome = trial.asked(openSsl, directory).text();
        if (outcome.contains(": verification failed")) {
            return UNSPECIFIED;
        }
        return outcome.equals("OK") || outcome.startsWith("error ") ? outcome : UNREAD;
    }

    private static String emulated(Trial trial, OpenSslVersion version) {
        boolean read = reads(trial.leaf().pem())
                && reads(Issued.bundle(trial.trusted().toArray(new Issued[0])) + trial.lists());
        String outcome = read ? trial.emulated(version).text() : UNREAD;
        return outcome.startsWith(UNSPECIFIED + " ") ? UNSPECIFIED : outcome;
    }

    private static boolean reads(String pem) {
        return PemFile.parse(SourceFile.ofText("odd.pem", pem)).problems().isEmpty();
    }
}
