package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void thePointAtInfinityIsAKeyWithWhichNoSignatureIsGood(@TempDir Path directory) {
        byte[] key = HexFormat.of().parseHex("3019301306072a8648ce3d020106082a8648ce3d03010703020000");
        Issued root = Pki.ca("CN=Root");
        Issued infinite = root.rewritten(root, content -> content.set(6, key), whole -> {});
        Issued leaf = root.client("CN=leaf");
        Trial below = Trial.of(leaf, infinite);
        Trial above = Trial.of(leaf.rewritten(root, content -> content.set(6, key), whole -> {}), root);

        assertThat(below.emulated(OpenSslVersion.V3_0)).isEqualTo(Trial.Outcome.error(7, 0));
        assertThat(above.emulated(OpenSslVersion.V3_0)).isEqualTo(Trial.Outcome.OK);
        OpenSsl openSsl = OpenSsl.require();
        assertThat(below.emulated(openSsl.model())).isEqualTo(below.asked(openSsl, directory));
        assertThat(above.emulated(openSsl.model())).isEqualTo(above.asked(openSsl, directory));
    }
}
