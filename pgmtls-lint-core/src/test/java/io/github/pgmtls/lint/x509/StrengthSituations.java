package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.time.Duration;

/** Dates, keys and digests. */
final class StrengthSituations extends Situations {

    @Override
    void fill() {
        validity();
        strength();
    }

    private void validity() {
        row("expired leaf", below(CertificateSpec::expired), refused(VerificationError.CERT_HAS_EXPIRED, 0));
        row(
                "leaf not yet valid",
                below(CertificateSpec::notYetValid),
                refused(VerificationError.CERT_NOT_YET_VALID, 0));
        row(
                "expired root",
                underRoot(Pki.ca("CN=r", CertificateSpec::expired)),
                refused(VerificationError.CERT_HAS_EXPIRED, 1));
        row(
                "root not yet valid",
                underRoot(Pki.ca("CN=r", CertificateSpec::notYetValid)),
                refused(VerificationError.CERT_NOT_YET_VALID, 1));
        row(
                "expired intermediate",
                underIntermediate(how -> how.authority(true).expired()),
                refused(VerificationError.CERT_HAS_EXPIRED, 1));
        row("leaf that outlives its issuers", below(how -> how.validFor(Duration.ofDays(20000))), OK);
        rowToTheSecond("first second of validity", below(how -> how.notBefore(Pki.now())), OK);
        rowToTheSecond(
                "last second of validity",
                below(how -> how.notAfter(Pki.now())),
                refused(VerificationError.CERT_HAS_EXPIRED, 0));
        rowToTheSecond(
                "second before the last", below(how -> how.notAfter(Pki.now().plusSeconds(1))), OK);
        rowToTheSecond(
                "validity the wrong way round",
                below(how -> how.notBefore(Pki.now().plusSeconds(9))
                        .notAfter(Pki.now().minusSeconds(9))),
                refused(VerificationError.CERT_NOT_YET_VALID, 0));
    }

    private void strength() {
        row("RSA-2048 with SHA-256", rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "SHA256"), OK);
        row(
                "RSA-1024 leaf at level 2",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA1024, "SHA256"),
                refused(VerificationError.EE_KEY_TOO_SMALL, 0));
        row(
                "RSA-1024 leaf at level 1",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA1024, "SHA256").level(1),
                OK);
        row(
                "RSA-1024 root at level 2",
                rsa(KeyKind.RSA1024, "SHA256", KeyKind.RSA2048, "SHA256"),
                refused(VerificationError.CA_KEY_TOO_SMALL, 1));
        row(
                "RSA-1536 leaf at level 2",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA1536, "SHA256"),
                refused(VerificationError.EE_KEY_TOO_SMALL, 0));
        row(
                "SHA-1 leaf at level 2",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "SHA1"),
                refused(VerificationError.CA_MD_TOO_WEAK, 0));
        row(
                "SHA-1 leaf at level 1",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "SHA1").level(1),
                OK,
                OK,
                refused(VerificationError.CA_MD_TOO_WEAK, 0));
        row(
                "SHA-1 leaf at level 0",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "SHA1").level(0),
                OK);
        row(
                "MD5 leaf at level 1",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "MD5").level(1),
                refused(VerificationError.CA_MD_TOO_WEAK, 0));
        row("SHA-1 root", rsa(KeyKind.RSA2048, "SHA1", KeyKind.RSA2048, "SHA256"), OK);
        row("P-224 leaf", below(how -> how.key(KeyKind.P224)), OK);
        row("P-192 leaf", below(how -> how.key(KeyKind.P192)), refused(VerificationError.EE_KEY_TOO_SMALL, 0));
        row("P-192 leaf at level 1", below(how -> how.key(KeyKind.P192)).level(1), OK);
        row("P-256 at level 3", below(how -> {}).level(3), OK);
        row("P-256 at level 4", below(how -> {}).level(4), refused(VerificationError.EE_KEY_TOO_SMALL, 0));
        row("P-521 leaf", below(how -> how.key(KeyKind.P521)), OK);
        row("secp256k1 leaf", below(how -> how.key(KeyKind.SECP256K1)), OK);
        row("Ed25519", underRoot(Pki.ca("CN=Ed", how -> how.key(KeyKind.ED25519))), OK);
        row("Ed448", underRoot(Pki.ca("CN=Ed", how -> how.key(KeyKind.ED448))), OK);
        row(
                "DSA-1024 root at level 1",
                underRoot(Pki.ca("CN=DSA", how -> how.key(KeyKind.DSA1024))).level(1),
                OK);
        row(
                "DSA-1024 root at level 2",
                underRoot(Pki.ca("CN=DSA", how -> how.key(KeyKind.DSA1024))),
                refused(VerificationError.CA_KEY_TOO_SMALL, 1));
        Issued rsa = Pki.ca("CN=RSA root RSA2048", how -> how.key(KeyKind.RSA2048));
        row(
                "PSS signature",
                Trial.of(rsa.client("CN=leaf", how -> how.signature("SHA256withRSAandMGF1")), rsa),
                OK,
                OK,
                OK);
        row(
                "PSS signature with SHA-1",
                Trial.of(rsa.client("CN=leaf", how -> how.signature("SHA1withRSAandMGF1")), rsa),
                refused(VerificationError.CA_MD_TOO_WEAK, 0));
    }

    private Trial rsa(KeyKind root, String rootDigest, KeyKind leaf, String leafDigest) {
        Issued top = Pki.ca("CN=RSA root " + root, how -> how.key(root).digest(rootDigest));
        return Trial.of(top.client("CN=leaf", how -> how.key(leaf).digest(leafDigest)), top);
    }
}
