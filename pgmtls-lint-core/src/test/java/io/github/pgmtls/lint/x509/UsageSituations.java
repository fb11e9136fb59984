package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** What a certificate may be used for. */
final class UsageSituations extends Situations {

    @Override
    void fill() {
        purposes();
        authorities();
    }

    private void purposes() {
        row("no extended key usage", below(how -> {}), OK);
        row("clientAuth", below(how -> how.purposes(CLIENT)), OK);
        row("clientAuth and serverAuth", below(how -> how.purposes(SERVER, CLIENT)), OK);
        row("serverAuth only", below(how -> how.purposes(SERVER)), refused(VerificationError.INVALID_PURPOSE, 0));
        row("emailProtection only", below(how -> how.purposes(EMAIL)), refused(VerificationError.INVALID_PURPOSE, 0));
        row("anyExtendedKeyUsage only", below(how -> how.purposes(ANY)), refused(VerificationError.INVALID_PURPOSE, 0));
        row("anyExtendedKeyUsage and clientAuth", below(how -> how.purposes(ANY, CLIENT)), OK);
        row(
                "server with clientAuth only",
                below(how -> how.purposes(CLIENT)).asServer(),
                refused(VerificationError.INVALID_PURPOSE, 0));
        row(
                "server with anyExtendedKeyUsage only",
                below(how -> how.purposes(ANY)).asServer(),
                refused(VerificationError.INVALID_PURPOSE, 0));
        row(
                "server with the old usage for export ciphers",
                below(how -> how.purposes(KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.16.840.1.113730.4.1"))))
                        .asServer(),
                OK);
        row("keyUsage digitalSignature", below(how -> how.keyUsage(KeyUsage.digitalSignature)), OK);
        row("keyUsage keyAgreement", below(how -> how.keyUsage(KeyUsage.keyAgreement)), OK);
        row(
                "keyUsage keyEncipherment",
                below(how -> how.keyUsage(KeyUsage.keyEncipherment)),
                refused(VerificationError.INVALID_PURPOSE, 0));
        row(
                "keyUsage nonRepudiation",
                below(how -> how.keyUsage(KeyUsage.nonRepudiation)),
                refused(VerificationError.INVALID_PURPOSE, 0));
        row(
                "keyUsage keyCertSign and cRLSign",
                below(how -> how.keyUsage(SIGN)),
                refused(VerificationError.INVALID_PURPOSE, 0));
        row(
                "server with keyUsage keyEncipherment",
                below(how -> how.keyUsage(KeyUsage.keyEncipherment)).asServer(),
                OK);
        row(
                "server with keyUsage dataEncipherment",
                below(how -> how.keyUsage(KeyUsage.dataEncipherment)).asServer(),
                refused(VerificationError.INVALID_PURPOSE, 0));
        row("Netscape type client", below(how -> how.netscapeType(CertificateSpec.NETSCAPE_CLIENT)), OK);
        row(
                "Netscape type client and email",
                below(how -> how.netscapeType(CertificateSpec.NETSCAPE_CLIENT | CertificateSpec.NETSCAPE_EMAIL)),
                OK);
        row(
                "Netscape type server",
                below(how -> how.purposes(CLIENT).netscapeType(CertificateSpec.NETSCAPE_SERVER)),
                refused(VerificationError.INVALID_PURPOSE, 0));
        row(
                "server with Netscape type client",
                below(how -> how.purposes(SERVER).netscapeType(CertificateSpec.NETSCAPE_CLIENT))
                        .asServer(),
                refused(VerificationError.INVALID_PURPOSE, 0));
        row("leaf that says CA:TRUE", below(how -> how.authority(true)), OK);
        row("version 1 leaf", below(CertificateSpec::version1), OK);
    }

    private void authorities() {
        Verdict notAuthority = refused(VerificationError.INVALID_CA, 1);
        row("root of version 1", underRoot(Pki.selfSigned("CN=v1", CertificateSpec::version1)), OK);
        row(
                "root without basicConstraints but with keyCertSign",
                underRoot(Pki.selfSigned("CN=r", how -> how.keyUsage(SIGN))),
                OK);
        row("root of version 3 with neither", underRoot(Pki.selfSigned("CN=r", how -> {})), notAuthority);
        row("root with CA:FALSE", underRoot(Pki.selfSigned("CN=r", how -> how.authority(false))), notAuthority);
        row("root with CA:TRUE and no keyUsage", underRoot(Pki.selfSigned("CN=r", how -> how.authority(true))), OK);
        row(
                "root whose keyUsage lacks keyCertSign",
                underRoot(Pki.selfSigned("CN=r", how -> how.authority(true).keyUsage(KeyUsage.digitalSignature))),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0),
                notAuthority,
                notAuthority);
        row("root with clientAuth", underRoot(Pki.ca("CN=r", how -> how.purposes(CLIENT))), OK);
        row(
                "root with serverAuth only",
                underRoot(Pki.ca("CN=r", how -> how.purposes(SERVER))),
                refused(VerificationError.INVALID_PURPOSE, 1));
        row(
                "root with anyExtendedKeyUsage only",
                underRoot(Pki.ca("CN=r", how -> how.purposes(ANY))),
                refused(VerificationError.INVALID_PURPOSE, 1));
        row(
                "root with Netscape type sslCA only",
                underRoot(Pki.selfSigned("CN=r", how -> how.netscapeType(CertificateSpec.NETSCAPE_SSL_CA))),
                OK);
        row(
                "root with Netscape type objCA only",
                underRoot(Pki.selfSigned("CN=r", how -> how.netscapeType(1))),
                refused(VerificationError.INVALID_PURPOSE, 1));
        row(
                "intermediate with serverAuth only",
                underIntermediate(how -> how.authority(true).keyUsage(SIGN).purposes(SERVER)),
                refused(VerificationError.INVALID_PURPOSE, 1));
        row("intermediate without basicConstraints", underIntermediate(how -> {}), notAuthority);
        row(
                "intermediate without basicConstraints but with keyCertSign",
                underIntermediate(how -> how.keyUsage(SIGN)),
                notAuthority);
        row("intermediate of version 1", underIntermediate(CertificateSpec::version1), notAuthority);
        row("intermediate with CA:FALSE", underIntermediate(how -> how.authority(false)), notAuthority);
        row(
                "intermediate whose keyUsage lacks keyCertSign",
                underIntermediate(how -> how.authority(true).keyUsage(KeyUsage.cRLSign)),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0),
                notAuthority,
                notAuthority);
        Issued narrow = Pki.ca("CN=Narrow", how -> how.pathLength(0));
        Issued below = narrow.ca("CN=Below");
        row(
                "root with path length 0 over an intermediate",
                Trial.of(below.client("CN=leaf"), narrow).sending(below),
                OK,
                refused(VerificationError.PATH_LENGTH_EXCEEDED, 2),
                refused(VerificationError.PATH_LENGTH_EXCEEDED, 2));
        row("root with path length 0 over a leaf", underRoot(narrow), OK);
        Issued last = root.ca("CN=Last", how -> how.pathLength(0));
        Issued tooMuch = last.ca("CN=Too much");
        row(
                "intermediate with path length 0 over another",
                Trial.of(tooMuch.client("CN=leaf"), root).sending(last, tooMuch),
                refused(VerificationError.PATH_LENGTH_EXCEEDED, 2));
        Issued again = last.ca("CN=Last", how -> how.key("renewed"));
        row(
                "self-issued certificates do not count for the path length",
                Trial.of(again.client("CN=leaf"), root).sending(last, again),
                OK);
    }
}
