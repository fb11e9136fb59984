package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Situations one by one, with their outcomes written down, and put to an openssl command where there is one. */
class PathVerifierTest {

    static Stream<Situations.Situation> situations() {
        return Situations.all().stream();
    }

    @ParameterizedTest
    @MethodSource("situations")
    void everySituationEndsAsWrittenDown(Situations.Situation situation) {
        for (OpenSslVersion version : OpenSslVersion.values()) {
            assertThat(situation.trial().emulated(version)).as("%s", version).isEqualTo(situation.expected(version));
        }
    }

    @ParameterizedTest
    @MethodSource("situations")
    void openSslDecidesAlike(Situations.Situation situation, @TempDir Path directory) {
        OpenSsl openSsl = OpenSsl.require();
        assertThat(situation.trial().asked(openSsl, directory)).isEqualTo(situation.expected(openSsl.model()));
    }
}
