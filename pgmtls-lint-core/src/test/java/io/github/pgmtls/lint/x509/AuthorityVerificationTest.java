package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** What is refused of an authority is what is refused of a good certificate below it, which openssl has judged. */
class AuthorityVerificationTest {

    private static final Map<String, Consumer<CertificateSpec>> WAYS = new TreeMap<>(Map.ofEntries(
            Map.entry("good", how -> {}),
            Map.entry("expired", CertificateSpec::expired),
            Map.entry("not yet valid", CertificateSpec::notYetValid),
            Map.entry("weak key", how -> how.key(KeyKind.RSA1024)),
            Map.entry("weak digest", how -> how.digest("SHA1")),
            Map.entry("no certificate signing", how -> how.keyUsage(KeyUsage.digitalSignature)),
            Map.entry("no authority", how -> how.authority(false)),
            Map.entry("no constraints", how -> how.without(Extension.basicConstraints)),
            Map.entry("for servers", how -> how.purposes(KeyPurposeId.id_kp_serverAuth)),
            Map.entry("for anything", how -> how.purposes(KeyPurposeId.anyExtendedKeyUsage)),
            Map.entry("for clients", how -> how.purposes(KeyPurposeId.id_kp_clientAuth)),
            Map.entry("no path length", how -> how.pathLength(0)),
            Map.entry("unknown extension", CertificateSpec::unknownCriticalExtension),
            Map.entry("version 1", CertificateSpec::version1)));

    @Test
    void anAuthorityFaresAsAGoodCertificateBelowIt() {
        List<String> different = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, Consumer<CertificateSpec>> above : WAYS.entrySet()) {
            for (Map.Entry<String, Consumer<CertificateSpec>> below : WAYS.entrySet()) {
                Issued root = Pki.ca("CN=Root", above.getValue());
                Issued authority = root.ca("CN=Issuing", below.getValue());
                Issued leaf = authority.client("CN=app");
                for (OpenSslVersion version : OpenSslVersion.values()) {
                    TrustStore store = TrustStore.of(List.of(read(root), read(authority)));
                    PathVerifier verifier = new PathVerifier(new OpenSslProfile(version, 2), store);
                    PathResult own = verifier.verifyAuthority(read(authority), Purpose.SSL_CLIENT, Pki.NOW);
                    PathResult leafs = verifier.verify(read(leaf), List.of(), Purpose.SSL_CLIENT, Pki.NOW);
                    compared++;
                    if (own.isVerified() != leafs.isVerified()) {
                        different.add(version + ": " + below.getKey() + " below " + above.getKey() + ": " + own
                                + " but " + leafs);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isEqualTo(WAYS.size() * WAYS.size() * OpenSslVersion.values().length);
    }

    private static Certificate read(Issued certificate) {
        return PemFile.parse(SourceFile.ofText("a.crt", certificate.pem()))
                .certificates()
                .get(0);
    }
}
