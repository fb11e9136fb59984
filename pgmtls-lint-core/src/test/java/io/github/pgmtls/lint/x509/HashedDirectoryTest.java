package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.InMemoryTree;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HashedDirectoryTest {

    private static final Issued ROOT = Pki.ca("CN=Root");
    private static final String HASH = PemFile.parse(SourceFile.ofText("root.crt", ROOT.pem()))
            .certificates()
            .get(0)
            .subject()
            .hash();

    private static HashedDirectory read(Map<String, String> files) {
        return HashedDirectory.read(InMemoryTree.of(files), "crl");
    }

    @Test
    void listsAreFoundUnderTheHashOfTheirIssuer() {
        HashedDirectory directory = read(Map.of(
                "crl/" + HASH + ".r0",
                ROOT.crl(),
                "crl/" + HASH + ".r1",
                ROOT.crl(how -> how.number(2)),
                "crl/" + HASH + ".0",
                ROOT.pem(),
                "crl/README",
                "no list"));
        assertThat(directory.revocationLists()).hasSize(2);
        assertThat(directory.certificates()).hasSize(1);
        assertThat(directory.oddities()).isEmpty();
    }

    @Test
    void whatIsNotCalledAsItShouldIsNotFound() {
        HashedDirectory directory = read(Map.of("crl/root.crl", ROOT.crl()));
        assertThat(directory.revocationLists()).isEmpty();
        assertThat(directory.oddities())
                .extracting(HashedDirectory.Oddity::kind)
                .containsExactly(HashedDirectory.Kind.NOT_HASHED, HashedDirectory.Kind.NOTHING_FOUND);
        assertThat(directory.oddities().get(0).message()).contains(HASH + ".r0");
    }

    @Test
    void numbersAreFollowedFromZeroToTheFirstGap() {
        HashedDirectory directory = read(Map.of("crl/" + HASH + ".r1", ROOT.crl()));
        assertThat(directory.revocationLists()).isEmpty();
        assertThat(directory.oddities())
                .extracting(HashedDirectory.Oddity::kind)
                .contains(HashedDirectory.Kind.GAP);
    }

    @Test
    void aListUnderTheNameForCertificatesIsUnreadable() {
        HashedDirectory directory = read(Map.of("crl/" + HASH + ".0", ROOT.crl()));
        assertThat(directory.revocationLists()).isEmpty();
        assertThat(directory.oddities())
                .extracting(HashedDirectory.Oddity::kind)
                .contains(HashedDirectory.Kind.UNREADABLE);
    }

    @Test
    void theListOfSomebodyElseIsReported() {
        HashedDirectory directory =
                read(Map.of("crl/" + HASH + ".r0", Pki.ca("CN=Other").crl(), "crl/x", "x"));
        assertThat(directory.revocationLists()).isEmpty();
        assertThat(directory.oddities())
                .extracting(HashedDirectory.Oddity::kind)
                .contains(HashedDirectory.Kind.OTHER_HASH);
    }

    @Test
    void aMissingDirectoryIsReported() {
        assertThat(read(Map.of("other/x", "x")).oddities())
                .extracting(HashedDirectory.Oddity::kind)
                .containsExactly(HashedDirectory.Kind.ABSENT);
    }
}
