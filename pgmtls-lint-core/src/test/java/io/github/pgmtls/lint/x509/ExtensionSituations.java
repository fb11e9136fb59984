package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Extensions that are unknown, unfitting or broken. */
final class ExtensionSituations extends Situations {

    private static final ASN1ObjectIdentifier PROXY = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.1.14");

    /** That of its user, without limits. */
    private static final String PROXY_POLICY = "300c300a06082b06010505071501";

    @Override
    void fill() {
        extensions();
    }

    private void extensions() {
        row(
                "unknown critical extension of the leaf",
                below(CertificateSpec::unknownCriticalExtension),
                refused(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 0));
        row(
                "unknown critical extension of the root",
                underRoot(Pki.ca("CN=r", CertificateSpec::unknownCriticalExtension)),
                refused(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 1));
        row(
                "unknown extension that is not critical",
                below(how -> how.extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), false, DERNull.INSTANCE)),
                OK);
        row(
                "critical OCSP noCheck",
                below(how -> how.extension(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.5"), true, DERNull.INSTANCE)),
                refused(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 0),
                refused(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 0),
                OK);
        row(
                "critical subjectKeyIdentifier",
                below(how -> how.extension(Extension.subjectKeyIdentifier, true, new DEROctetString(new byte[] {1}))),
                refused(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 0));
        row(
                "key identifier of another issuer",
                below(how -> how.extension(
                        Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {1, 2, 3}))),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        row(
                "no key identifiers",
                Trial.of(
                        Pki.ca("CN=r", CertificateSpec::withoutSubjectKeyIdentifier)
                                .client("CN=leaf", CertificateSpec::withoutAuthorityKeyIdentifier),
                        Pki.ca("CN=r", CertificateSpec::withoutSubjectKeyIdentifier)),
                OK);
        GeneralNames issuerName = new GeneralNames(new GeneralName(Pki.name("CN=Root")));
        row(
                "issuer and serial of the issuer's certificate",
                below(how -> how.extension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(issuerName, inter.serial()))),
                OK);
        row(
                "serial of another certificate of the issuer",
                below(how -> how.extension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(issuerName, root.serial()))),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        GeneralNames otherName = new GeneralNames(new GeneralName(Pki.name("CN=Nobody")));
        row(
                "issuer's issuer of another name",
                below(how -> how.extension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(otherName, inter.serial()))),
                refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        Verdict invalid = refused(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0);
        row(
                "basicConstraints that cannot be decoded",
                below(how -> how.extension(Extension.basicConstraints, true, DERNull.INSTANCE)),
                OK,
                invalid,
                invalid);
        row(
                "alternative names that cannot be decoded",
                below(how -> how.extension(Extension.subjectAlternativeName, false, DERNull.INSTANCE)),
                OK,
                invalid,
                invalid);
        row(
                "distribution point with a relative name that is none",
                below(how -> how.extension(Extension.cRLDistributionPoints, false, bytes("30083006a004a1023000"))),
                OK,
                invalid,
                invalid);
        row(
                "distribution point that says nothing",
                below(how -> how.extension(Extension.cRLDistributionPoints, false, bytes("30023000"))),
                OK,
                OK,
                invalid);
        row(
                "proxy certificate",
                below(how -> how.extension(PROXY, true, bytes(PROXY_POLICY))),
                invalid, // the intermediate's keyUsage lacks digitalSignature
                refused(VerificationError.PROXY_CERTIFICATES_NOT_ALLOWED, 0),
                refused(VerificationError.PROXY_CERTIFICATES_NOT_ALLOWED, 0));
        row(
                "proxy certificate with an alternative name",
                below(how -> how.extension(PROXY, true, bytes(PROXY_POLICY)).dns("a.example")),
                invalid);
        row(
                "proxy information that cannot be decoded",
                below(how -> how.extension(PROXY, true, bytes("30003000"))),
                OK,
                invalid,
                invalid);
        row(
                "keyUsage twice",
                below(how -> how.keyUsage(KeyUsage.digitalSignature)
                        .repeat(new Extension(Extension.keyUsage, true, new byte[] {3, 2, 7, (byte) 0x80}))),
                OK,
                invalid,
                invalid);
        row(
                "keyUsage without a bit",
                below(how -> how.keyUsage(0)),
                refused(VerificationError.INVALID_PURPOSE, 0),
                refused(VerificationError.INVALID_PURPOSE, 0),
                invalid);
        row(
                "path length on a leaf",
                below(how -> how.extension(Extension.basicConstraints, true, pathLengthOfLeaf())),
                OK,
                OK,
                OK);
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    private static ASN1Encodable pathLengthOfLeaf() {
        return new DERSequence(new ASN1Integer(0));
    }
}
