package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Which certificates are at hand, and which are trusted. */
final class ChainSituations extends Situations {

    @Override
    void fill() {
        chains();
    }

    private void chains() {
        row("client sends its intermediate", Trial.of(alice, root).sending(inter), OK);
        row("trust file holds the intermediate too", Trial.of(alice, root, inter), OK);
        row("server with its intermediate", Trial.of(db, root).sending(inter).asServer(), OK);
        row(
                "intermediate nowhere",
                Trial.of(alice, root),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        row(
                "trust file holds only the intermediate",
                Trial.of(alice, inter),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT, 1));
        row(
                "trust file holds only the intermediate, client sends the root",
                Trial.of(alice, inter).sending(inter, root),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT, 1));
        row(
                "root is sent but not trusted",
                Trial.of(alice, Pki.ca("CN=Other")).sending(inter, root),
                refused(VerificationError.SELF_SIGNED_CERT_IN_CHAIN, 2));
        row("extra and unordered certificates are sent", Trial.of(alice, root).sending(db, root, inter), OK);
        Issued lone = Pki.selfSigned("CN=lone", how -> how.purposes(CLIENT));
        row("self-signed leaf in the trust file", Trial.of(lone, lone), OK);
        row("self-signed leaf that says CA:FALSE", trusted(Pki.selfSigned("CN=lone", how -> how.authority(false))), OK);
        row(
                "self-signed leaf not in the trust file",
                Trial.of(lone, root),
                refused(VerificationError.DEPTH_ZERO_SELF_SIGNED_CERT, 0));
        row(
                "leaf of a CA alone in the trust file",
                Trial.of(alice, alice),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        Issued digital = Pki.selfSigned("CN=lone", how -> how.keyUsage(KeyUsage.digitalSignature));
        row(
                "self-signed leaf whose keyUsage lacks keyCertSign",
                trusted(digital),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0),
                OK,
                OK);
        Issued twin = Pki.ca("CN=Root", how -> how.key("another key"));
        row(
                "trust file holds a namesake of the root without key identifier match",
                Trial.of(alice, twin).sending(inter),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 1));
        Issued plainTwin = Pki.ca("CN=Root", how -> how.key("another key").withoutSubjectKeyIdentifier());
        row(
                "trust file holds a namesake of the root without identifiers",
                Trial.of(alice, plainTwin).sending(inter),
                refused(VerificationError.CERT_SIGNATURE_FAILURE, 1));
        row("namesake after the root", Trial.of(alice, root, plainTwin).sending(inter), OK);
        row(
                "namesake before the root",
                Trial.of(alice, plainTwin, root).sending(inter),
                refused(VerificationError.CERT_SIGNATURE_FAILURE, 1));
        Issued old = Pki.ca("CN=Root", CertificateSpec::expired);
        row("expired root before its renewal", Trial.of(alice, old, root).sending(inter), OK);
        row("expired root after its renewal", Trial.of(alice, root, old).sending(inter), OK);
        row(
                "spoilt signature of the leaf",
                below(how -> how.brokenSignature()),
                refused(VerificationError.CERT_SIGNATURE_FAILURE, 0));
        row(
                "spoilt signature of the root itself",
                Trial.of(alice, Pki.ca("CN=Root", CertificateSpec::brokenSignature))
                        .sending(inter),
                OK);
        Issued cross = Pki.ca("CN=Other").ca("CN=Root");
        row("cross-certificate of the root is sent", Trial.of(alice, root).sending(inter, cross), OK);
        row(
                "only the cross-certificate of the root is trusted",
                Trial.of(alice, cross).sending(inter),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT, 2));
        row(
                "cross-certificate and its root are trusted",
                Trial.of(alice, cross, Pki.ca("CN=Other")).sending(inter),
                OK);
        Issued self = root.issue("CN=Root", how -> how.key("leaf").purposes(CLIENT));
        row("leaf with the subject of its issuer, told apart by identifiers", Trial.of(self, root), OK);
        Issued first = root.issue("CN=Root", how -> how.key("leaf").version1());
        row(
                "version 1 leaf with the subject of its issuer",
                Trial.of(first, root),
                refused(VerificationError.DEPTH_ZERO_SELF_SIGNED_CERT, 0));
    }
}
