package io.github.pgmtls.lint.x509;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgmtls.lint.testing.pki.CertificateSpec;
import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.KeyKind;
import io.github.pgmtls.lint.testing.pki.Pki;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Situations one by one, with the outcome of OpenSSL 3.0 (and of 1.1.1 where it differs) written down, and held against
 * an openssl command where there is one.
 */
class PathVerifierTest {

    private static final Issued ROOT = Pki.ca("CN=Root");
    private static final Issued INTER = ROOT.ca("CN=Inter");
    private static final Issued ALICE = INTER.client("CN=alice");
    private static final Issued DB = INTER.server("CN=db");
    private static final KeyPurposeId CLIENT = KeyPurposeId.id_kp_clientAuth;
    private static final KeyPurposeId SERVER = KeyPurposeId.id_kp_serverAuth;
    private static final KeyPurposeId EMAIL = KeyPurposeId.id_kp_emailProtection;
    private static final KeyPurposeId ANY = KeyPurposeId.anyExtendedKeyUsage;
    private static final int SIGN = KeyUsage.keyCertSign | KeyUsage.cRLSign;

    /** A situation: what it is, what is verified, and how the three modelled versions answer. */
    private record Row(String name, Trial trial, String early, String late, String current) {

        String expected(OpenSslVersion version) {
            return switch (version) {
                case V1_1_1 -> early;
                case V1_1_1I -> late;
                case V3_0 -> current;
            };
        }
    }

    private final List<Row> rows = new ArrayList<>();

    private void row(String name, Trial trial, String expected) {
        row(name, trial, expected, expected, expected);
    }

    private void row(String name, Trial trial, String early, String late, String current) {
        rows.add(new Row(name, trial, early, late, current));
    }

    private static Issued leaf(Consumer<CertificateSpec> how) {
        return INTER.issue("CN=leaf", how);
    }

    private static Trial below(Consumer<CertificateSpec> how) {
        return Trial.of(leaf(how), ROOT, INTER);
    }

    private static String error(VerificationError error, int depth) {
        return Trial.Outcome.error(error.number(OpenSslVersion.V3_0), depth).text();
    }

    private static String old(VerificationError error, int depth) {
        return Trial.Outcome.error(error.number(OpenSslVersion.V1_1_1), depth).text();
    }

    private static final String OK = Trial.Outcome.OK.text();

    @TestFactory
    List<DynamicTest> everySituationEndsAsWrittenDownAndAsOpenSslDecides(@TempDir Path directory) {
        chains();
        purposes();
        authorities();
        validity();
        strength();
        extensions();
        nameConstraints();
        revocation();
        List<DynamicTest> tests = new ArrayList<>();
        for (Row row : rows) {
            for (OpenSslVersion version : OpenSslVersion.values()) {
                tests.add(DynamicTest.dynamicTest(
                        row.name() + ", " + version,
                        () -> assertThat(row.trial().emulated(version).text()).isEqualTo(row.expected(version))));
            }
            tests.add(DynamicTest.dynamicTest(row.name() + ", openssl", () -> {
                OpenSsl openSsl = OpenSsl.require();
                assertThat(row.trial().asked(openSsl, directory).text()).isEqualTo(row.expected(openSsl.model()));
            }));
        }
        return tests;
    }

    private void chains() {
        row("client sends its intermediate", Trial.of(ALICE, ROOT).sending(INTER), OK);
        row("trust file holds the intermediate too", Trial.of(ALICE, ROOT, INTER), OK);
        row("server with its intermediate", Trial.of(DB, ROOT).sending(INTER).asServer(), OK);
        row(
                "intermediate nowhere",
                Trial.of(ALICE, ROOT),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        row(
                "trust file holds only the intermediate",
                Trial.of(ALICE, INTER),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT, 1));
        row(
                "trust file holds only the intermediate, client sends the root",
                Trial.of(ALICE, INTER).sending(INTER, ROOT),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT, 1));
        row(
                "root is sent but not trusted",
                Trial.of(ALICE, Pki.ca("CN=Other")).sending(INTER, ROOT),
                error(VerificationError.SELF_SIGNED_CERT_IN_CHAIN, 2));
        row("extra and unordered certificates are sent", Trial.of(ALICE, ROOT).sending(DB, ROOT, INTER), OK);
        Issued lone = Pki.selfSigned("CN=lone", how -> how.purposes(CLIENT));
        row("self-signed leaf in the trust file", Trial.of(lone, lone), OK);
        row("self-signed leaf that says CA:FALSE", trusted(Pki.selfSigned("CN=lone", how -> how.authority(false))), OK);
        row(
                "self-signed leaf not in the trust file",
                Trial.of(lone, ROOT),
                error(VerificationError.DEPTH_ZERO_SELF_SIGNED_CERT, 0));
        row(
                "leaf of a CA alone in the trust file",
                Trial.of(ALICE, ALICE),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        Issued digital = Pki.selfSigned("CN=lone", how -> how.keyUsage(KeyUsage.digitalSignature));
        row(
                "self-signed leaf whose keyUsage lacks keyCertSign",
                trusted(digital),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0),
                OK,
                OK);
        Issued twin = Pki.ca("CN=Root", how -> how.key("another key"));
        row(
                "trust file holds a namesake of the root without key identifier match",
                Trial.of(ALICE, twin).sending(INTER),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 1));
        Issued plainTwin = Pki.ca("CN=Root", how -> how.key("another key").withoutSubjectKeyIdentifier());
        row(
                "trust file holds a namesake of the root without identifiers",
                Trial.of(ALICE, plainTwin).sending(INTER),
                error(VerificationError.CERT_SIGNATURE_FAILURE, 1));
        row("namesake after the root", Trial.of(ALICE, ROOT, plainTwin).sending(INTER), OK);
        row(
                "namesake before the root",
                Trial.of(ALICE, plainTwin, ROOT).sending(INTER),
                error(VerificationError.CERT_SIGNATURE_FAILURE, 1));
        Issued old = Pki.ca("CN=Root", CertificateSpec::expired);
        row("expired root before its renewal", Trial.of(ALICE, old, ROOT).sending(INTER), OK);
        row("expired root after its renewal", Trial.of(ALICE, ROOT, old).sending(INTER), OK);
        row(
                "spoilt signature of the leaf",
                below(how -> how.brokenSignature()),
                error(VerificationError.CERT_SIGNATURE_FAILURE, 0));
        row(
                "spoilt signature of the root itself",
                Trial.of(ALICE, Pki.ca("CN=Root", CertificateSpec::brokenSignature))
                        .sending(INTER),
                OK);
        Issued cross = Pki.ca("CN=Other").ca("CN=Root");
        row("cross-certificate of the root is sent", Trial.of(ALICE, ROOT).sending(INTER, cross), OK);
        row(
                "only the cross-certificate of the root is trusted",
                Trial.of(ALICE, cross).sending(INTER),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT, 2));
        row(
                "cross-certificate and its root are trusted",
                Trial.of(ALICE, cross, Pki.ca("CN=Other")).sending(INTER),
                OK);
        Issued self = ROOT.issue("CN=Root", how -> how.key("leaf").purposes(CLIENT));
        row("leaf with the subject of its issuer, told apart by identifiers", Trial.of(self, ROOT), OK);
        Issued first = ROOT.issue("CN=Root", how -> how.key("leaf").version1());
        row(
                "version 1 leaf with the subject of its issuer",
                Trial.of(first, ROOT),
                error(VerificationError.DEPTH_ZERO_SELF_SIGNED_CERT, 0));
    }

    private static Trial trusted(Issued own) {
        return Trial.of(own, own);
    }

    private void purposes() {
        row("no extended key usage", below(how -> {}), OK);
        row("clientAuth", below(how -> how.purposes(CLIENT)), OK);
        row("clientAuth and serverAuth", below(how -> how.purposes(SERVER, CLIENT)), OK);
        row("serverAuth only", below(how -> how.purposes(SERVER)), error(VerificationError.INVALID_PURPOSE, 0));
        row("emailProtection only", below(how -> how.purposes(EMAIL)), error(VerificationError.INVALID_PURPOSE, 0));
        row("anyExtendedKeyUsage only", below(how -> how.purposes(ANY)), error(VerificationError.INVALID_PURPOSE, 0));
        row("anyExtendedKeyUsage and clientAuth", below(how -> how.purposes(ANY, CLIENT)), OK);
        row(
                "server with clientAuth only",
                below(how -> how.purposes(CLIENT)).asServer(),
                error(VerificationError.INVALID_PURPOSE, 0));
        row(
                "server with anyExtendedKeyUsage only",
                below(how -> how.purposes(ANY)).asServer(),
                error(VerificationError.INVALID_PURPOSE, 0));
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
                error(VerificationError.INVALID_PURPOSE, 0));
        row(
                "keyUsage nonRepudiation",
                below(how -> how.keyUsage(KeyUsage.nonRepudiation)),
                error(VerificationError.INVALID_PURPOSE, 0));
        row(
                "keyUsage keyCertSign and cRLSign",
                below(how -> how.keyUsage(SIGN)),
                error(VerificationError.INVALID_PURPOSE, 0));
        row(
                "server with keyUsage keyEncipherment",
                below(how -> how.keyUsage(KeyUsage.keyEncipherment)).asServer(),
                OK);
        row(
                "server with keyUsage dataEncipherment",
                below(how -> how.keyUsage(KeyUsage.dataEncipherment)).asServer(),
                error(VerificationError.INVALID_PURPOSE, 0));
        row("Netscape type client", below(how -> how.netscapeType(CertificateSpec.NETSCAPE_CLIENT)), OK);
        row(
                "Netscape type client and email",
                below(how -> how.netscapeType(CertificateSpec.NETSCAPE_CLIENT | CertificateSpec.NETSCAPE_EMAIL)),
                OK);
        row(
                "Netscape type server",
                below(how -> how.purposes(CLIENT).netscapeType(CertificateSpec.NETSCAPE_SERVER)),
                error(VerificationError.INVALID_PURPOSE, 0));
        row(
                "server with Netscape type client",
                below(how -> how.purposes(SERVER).netscapeType(CertificateSpec.NETSCAPE_CLIENT))
                        .asServer(),
                error(VerificationError.INVALID_PURPOSE, 0));
        row("leaf that says CA:TRUE", below(how -> how.authority(true)), OK);
        row("version 1 leaf", below(CertificateSpec::version1), OK);
    }

    private static Trial underRoot(Issued root) {
        return Trial.of(root.client("CN=leaf"), root);
    }

    private static Trial underIntermediate(Consumer<CertificateSpec> how) {
        Issued inter = ROOT.issue("CN=Inter 2", how);
        return Trial.of(inter.client("CN=leaf"), ROOT).sending(inter);
    }

    private void authorities() {
        String notAuthority1 = error(VerificationError.INVALID_CA, 1);
        String oldNotAuthority1 = old(VerificationError.INVALID_CA, 1);
        row("root of version 1", underRoot(Pki.selfSigned("CN=v1", CertificateSpec::version1)), OK);
        row(
                "root without basicConstraints but with keyCertSign",
                underRoot(Pki.selfSigned("CN=r", how -> how.keyUsage(SIGN))),
                OK);
        row(
                "root of version 3 with neither",
                underRoot(Pki.selfSigned("CN=r", how -> {})),
                oldNotAuthority1,
                oldNotAuthority1,
                notAuthority1);
        row(
                "root with CA:FALSE",
                underRoot(Pki.selfSigned("CN=r", how -> how.authority(false))),
                oldNotAuthority1,
                oldNotAuthority1,
                notAuthority1);
        row("root with CA:TRUE and no keyUsage", underRoot(Pki.selfSigned("CN=r", how -> how.authority(true))), OK);
        row(
                "root whose keyUsage lacks keyCertSign",
                underRoot(Pki.selfSigned("CN=r", how -> how.authority(true).keyUsage(KeyUsage.digitalSignature))),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0),
                oldNotAuthority1,
                notAuthority1);
        row("root with clientAuth", underRoot(Pki.ca("CN=r", how -> how.purposes(CLIENT))), OK);
        row(
                "root with serverAuth only",
                underRoot(Pki.ca("CN=r", how -> how.purposes(SERVER))),
                error(VerificationError.INVALID_PURPOSE, 1));
        row(
                "root with anyExtendedKeyUsage only",
                underRoot(Pki.ca("CN=r", how -> how.purposes(ANY))),
                error(VerificationError.INVALID_PURPOSE, 1));
        row(
                "root with Netscape type sslCA only",
                underRoot(Pki.selfSigned("CN=r", how -> how.netscapeType(CertificateSpec.NETSCAPE_SSL_CA))),
                OK);
        row(
                "root with Netscape type objCA only",
                underRoot(Pki.selfSigned("CN=r", how -> how.netscapeType(1))),
                error(VerificationError.INVALID_PURPOSE, 1));
        row(
                "intermediate with serverAuth only",
                underIntermediate(how -> how.authority(true).keyUsage(SIGN).purposes(SERVER)),
                error(VerificationError.INVALID_PURPOSE, 1));
        row(
                "intermediate without basicConstraints",
                underIntermediate(how -> {}),
                oldNotAuthority1,
                oldNotAuthority1,
                notAuthority1);
        row(
                "intermediate without basicConstraints but with keyCertSign",
                underIntermediate(how -> how.keyUsage(SIGN)),
                oldNotAuthority1,
                oldNotAuthority1,
                notAuthority1);
        row(
                "intermediate of version 1",
                underIntermediate(CertificateSpec::version1),
                oldNotAuthority1,
                oldNotAuthority1,
                notAuthority1);
        row(
                "intermediate with CA:FALSE",
                underIntermediate(how -> how.authority(false)),
                oldNotAuthority1,
                oldNotAuthority1,
                notAuthority1);
        row(
                "intermediate whose keyUsage lacks keyCertSign",
                underIntermediate(how -> how.authority(true).keyUsage(KeyUsage.cRLSign)),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0),
                oldNotAuthority1,
                notAuthority1);
        Issued narrow = Pki.ca("CN=Narrow", how -> how.pathLength(0));
        Issued below = narrow.ca("CN=Below");
        row(
                "root with path length 0 over an intermediate",
                Trial.of(below.client("CN=leaf"), narrow).sending(below),
                OK,
                error(VerificationError.PATH_LENGTH_EXCEEDED, 2),
                error(VerificationError.PATH_LENGTH_EXCEEDED, 2));
        row("root with path length 0 over a leaf", underRoot(narrow), OK);
        Issued last = ROOT.ca("CN=Last", how -> how.pathLength(0));
        Issued tooMuch = last.ca("CN=Too much");
        row(
                "intermediate with path length 0 over another",
                Trial.of(tooMuch.client("CN=leaf"), ROOT).sending(last, tooMuch),
                error(VerificationError.PATH_LENGTH_EXCEEDED, 2));
        Issued again = last.ca("CN=Last", how -> how.key("renewed"));
        row(
                "self-issued certificates do not count for the path length",
                Trial.of(again.client("CN=leaf"), ROOT).sending(last, again),
                OK);
    }

    private void validity() {
        row("expired leaf", below(CertificateSpec::expired), error(VerificationError.CERT_HAS_EXPIRED, 0));
        row("leaf not yet valid", below(CertificateSpec::notYetValid), error(VerificationError.CERT_NOT_YET_VALID, 0));
        row(
                "expired root",
                underRoot(Pki.ca("CN=r", CertificateSpec::expired)),
                error(VerificationError.CERT_HAS_EXPIRED, 1));
        row(
                "root not yet valid",
                underRoot(Pki.ca("CN=r", CertificateSpec::notYetValid)),
                error(VerificationError.CERT_NOT_YET_VALID, 1));
        row(
                "expired intermediate",
                underIntermediate(how -> how.authority(true).expired()),
                error(VerificationError.CERT_HAS_EXPIRED, 1));
        row("leaf that outlives its issuers", below(how -> how.validFor(Duration.ofDays(20000))), OK);
        row("first second of validity", below(how -> how.notBefore(Pki.NOW)), OK);
        row(
                "last second of validity",
                below(how -> how.notAfter(Pki.NOW)),
                error(VerificationError.CERT_HAS_EXPIRED, 0));
        row("second before the last", below(how -> how.notAfter(Pki.NOW.plusSeconds(1))), OK);
        row(
                "validity the wrong way round",
                below(how -> how.notBefore(Pki.NOW.plusSeconds(9)).notAfter(Pki.NOW.minusSeconds(9))),
                error(VerificationError.CERT_NOT_YET_VALID, 0));
    }

    private static Trial rsa(KeyKind root, String rootDigest, KeyKind leaf, String leafDigest) {
        Issued top = Pki.ca("CN=RSA root " + root, how -> how.key(root).digest(rootDigest));
        return Trial.of(top.client("CN=leaf", how -> how.key(leaf).digest(leafDigest)), top);
    }

    private void strength() {
        row("RSA-2048 with SHA-256", rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "SHA256"), OK);
        row(
                "RSA-1024 leaf at level 2",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA1024, "SHA256"),
                error(VerificationError.EE_KEY_TOO_SMALL, 0));
        row(
                "RSA-1024 leaf at level 1",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA1024, "SHA256").level(1),
                OK);
        row(
                "RSA-1024 root at level 2",
                rsa(KeyKind.RSA1024, "SHA256", KeyKind.RSA2048, "SHA256"),
                error(VerificationError.CA_KEY_TOO_SMALL, 1));
        row(
                "RSA-1536 leaf at level 2",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA1536, "SHA256"),
                error(VerificationError.EE_KEY_TOO_SMALL, 0));
        row(
                "SHA-1 leaf at level 2",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "SHA1"),
                error(VerificationError.CA_MD_TOO_WEAK, 0));
        row(
                "SHA-1 leaf at level 1",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "SHA1").level(1),
                OK,
                OK,
                error(VerificationError.CA_MD_TOO_WEAK, 0));
        row(
                "SHA-1 leaf at level 0",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "SHA1").level(0),
                OK);
        row(
                "MD5 leaf at level 1",
                rsa(KeyKind.RSA2048, "SHA256", KeyKind.RSA2048, "MD5").level(1),
                error(VerificationError.CA_MD_TOO_WEAK, 0));
        row("SHA-1 root", rsa(KeyKind.RSA2048, "SHA1", KeyKind.RSA2048, "SHA256"), OK);
        row("P-224 leaf", below(how -> how.key(KeyKind.P224)), OK);
        row("P-192 leaf", below(how -> how.key(KeyKind.P192)), error(VerificationError.EE_KEY_TOO_SMALL, 0));
        row("P-192 leaf at level 1", below(how -> how.key(KeyKind.P192)).level(1), OK);
        row("P-256 at level 3", below(how -> {}).level(3), OK);
        row("P-256 at level 4", below(how -> {}).level(4), error(VerificationError.EE_KEY_TOO_SMALL, 0));
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
                error(VerificationError.CA_KEY_TOO_SMALL, 1));
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
                error(VerificationError.CA_MD_TOO_WEAK, 0));
    }

    private void extensions() {
        row(
                "unknown critical extension of the leaf",
                below(CertificateSpec::unknownCriticalExtension),
                error(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 0));
        row(
                "unknown critical extension of the root",
                underRoot(Pki.ca("CN=r", CertificateSpec::unknownCriticalExtension)),
                error(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 1));
        row(
                "unknown extension that is not critical",
                below(how -> how.extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), false, DERNull.INSTANCE)),
                OK);
        row(
                "critical OCSP noCheck",
                below(how -> how.extension(new ASN1ObjectIdentifier("1.3.6.1.5.5.7.48.1.5"), true, DERNull.INSTANCE)),
                error(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 0),
                error(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 0),
                OK);
        row(
                "critical subjectKeyIdentifier",
                below(how -> how.extension(Extension.subjectKeyIdentifier, true, new DEROctetString(new byte[] {1}))),
                error(VerificationError.UNHANDLED_CRITICAL_EXTENSION, 0));
        row(
                "key identifier of another issuer",
                below(how -> how.extension(
                        Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(new byte[] {1, 2, 3}))),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
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
                        new AuthorityKeyIdentifier(issuerName, INTER.serial()))),
                OK);
        row(
                "serial of another certificate of the issuer",
                below(how -> how.extension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(issuerName, ROOT.serial()))),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        GeneralNames otherName = new GeneralNames(new GeneralName(Pki.name("CN=Nobody")));
        row(
                "issuer's issuer of another name",
                below(how -> how.extension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new AuthorityKeyIdentifier(otherName, INTER.serial()))),
                error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0));
        String invalid = error(VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY, 0);
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
                "keyUsage twice",
                below(how -> how.keyUsage(KeyUsage.digitalSignature)
                        .repeat(new Extension(Extension.keyUsage, true, new byte[] {3, 2, 7, (byte) 0x80}))),
                OK,
                invalid,
                invalid);
        row(
                "keyUsage without a bit",
                below(how -> how.keyUsage(0)),
                error(VerificationError.INVALID_PURPOSE, 0),
                error(VerificationError.INVALID_PURPOSE, 0),
                invalid);
        row(
                "path length on a leaf",
                below(how -> how.extension(Extension.basicConstraints, true, pathLengthOfLeaf())),
                OK,
                OK,
                OK);
    }

    private static ASN1Encodable pathLengthOfLeaf() {
        return new DERSequence(new ASN1Integer(0));
    }

    private static Trial constrained(
            List<GeneralName> permitted, List<GeneralName> excluded, String name, Consumer<CertificateSpec> how) {
        Issued root = Pki.ca("CN=Constrained", spec -> spec.nameConstraints(permitted, excluded));
        return Trial.of(root.issue(name, how), root);
    }

    private static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    private void nameConstraints() {
        String outside = error(VerificationError.PERMITTED_VIOLATION, 0);
        String inside = error(VerificationError.EXCLUDED_VIOLATION, 0);
        List<GeneralName> good = List.of(dns("good.example"));
        row("dNSName within", constrained(good, List.of(), "CN=x", how -> how.dns("a.good.example")), OK);
        row(
                "dNSName that is the domain itself",
                constrained(good, List.of(), "CN=x", how -> how.dns("GOOD.example")),
                OK);
        row("dNSName outside", constrained(good, List.of(), "CN=x", how -> how.dns("evil.example")), outside);
        row(
                "dNSName that only ends alike",
                constrained(good, List.of(), "CN=x", how -> how.dns("notgood.example")),
                outside);
        row("excluded dNSName", constrained(List.of(), good, "CN=x", how -> how.dns("a.good.example")), inside);
        row("common name without a dot", constrained(good, List.of(), "CN=app1", how -> {}), OK);
        row(
                "common name that is a host name outside",
                constrained(good, List.of(), "CN=app1.evil.example", how -> {}),
                outside);
        row(
                "common name that is a host name within",
                constrained(good, List.of(), "CN=app1.good.example", how -> {}),
                OK);
        row("common name with blanks", constrained(good, List.of(), "CN=app 1.evil.example", how -> {}), OK);
        row(
                "common name outside beside a dNSName within",
                constrained(good, List.of(), "CN=app1.evil.example", how -> how.dns("a.good.example")),
                OK);
        row(
                "BMP common name that is a host name outside",
                constrained(good, List.of(), "CN[bmp]=app1.evil.example", how -> {}),
                outside);
        List<GeneralName> net = List.of(new GeneralName(GeneralName.iPAddress, "10.0.0.0/8"));
        row("address within", constrained(net, List.of(), "CN=x", how -> how.ip("10.1.2.3")), OK);
        row("address outside", constrained(net, List.of(), "CN=x", how -> how.ip("11.1.2.3")), outside);
        row("IPv6 address where IPv4 is permitted", constrained(net, List.of(), "CN=x", how -> how.ip("::1")), outside);
        List<GeneralName> mail = List.of(new GeneralName(GeneralName.rfc822Name, "good.example"));
        row("mail address within", constrained(mail, List.of(), "CN=x", how -> how.email("a@good.example")), OK);
        row(
                "mail address in a subdomain",
                constrained(mail, List.of(), "CN=x", how -> how.email("a@b.good.example")),
                outside);
        row(
                "mail attribute outside",
                constrained(mail, List.of(), "CN=x,emailAddress[ia5]=a@evil.example", how -> {}),
                outside);
        row(
                "mail attribute of another string type",
                constrained(mail, List.of(), "CN=x,emailAddress=a@good.example", how -> {}),
                error(VerificationError.UNSUPPORTED_NAME_SYNTAX, 0));
        row(
                "mail subdomains",
                constrained(
                        List.of(new GeneralName(GeneralName.rfc822Name, ".good.example")),
                        List.of(),
                        "CN=x",
                        how -> how.email("a@b.good.example")),
                OK);
        List<GeneralName> tree = List.of(new GeneralName(Pki.name("O=good")));
        row("directory name within", constrained(tree, List.of(), "O=Good,CN=x", how -> {}), OK);
        row("directory name outside", constrained(tree, List.of(), "O=evil,CN=x", how -> {}), outside);
        row("excluded directory name", constrained(List.of(), tree, "O=good,CN=x", how -> {}), inside);
        row("empty directory name", constrained(tree, List.of(), "", how -> how.dns("x.example")), OK);
        row(
                "URI within",
                constrained(
                        List.of(new GeneralName(GeneralName.uniformResourceIdentifier, "good.example")),
                        List.of(),
                        "CN=x",
                        how -> how.alternativeName(
                                new GeneralName(GeneralName.uniformResourceIdentifier, "spiffe://good.example/x"))),
                OK);
        row(
                "URI without a host",
                constrained(
                        List.of(new GeneralName(GeneralName.uniformResourceIdentifier, "good.example")),
                        List.of(),
                        "CN=x",
                        how -> how.alternativeName(new GeneralName(GeneralName.uniformResourceIdentifier, "urn:x"))),
                error(VerificationError.UNSUPPORTED_NAME_SYNTAX, 0));
        row(
                "registered ID where one is constrained",
                constrained(
                        List.of(new GeneralName(GeneralName.registeredID, "1.2.3")),
                        List.of(),
                        "CN=x",
                        how -> how.alternativeName(new GeneralName(GeneralName.registeredID, "1.2.3"))),
                error(VerificationError.UNSUPPORTED_CONSTRAINT_TYPE, 0));
    }

    private void revocation() {
        Trial chain = Trial.of(ALICE, ROOT).sending(INTER);
        String roots = ROOT.crl();
        String inters = INTER.crl();
        row("current lists of every CA", chain.checking(roots, inters), OK);
        row("no list at all", chain.checking(), error(VerificationError.UNABLE_TO_GET_CRL, 0));
        row("list of the intermediate missing", chain.checking(roots), error(VerificationError.UNABLE_TO_GET_CRL, 0));
        row("list of the root missing", chain.checking(inters), error(VerificationError.UNABLE_TO_GET_CRL, 1));
        row(
                "revoked leaf",
                chain.checking(roots, INTER.crl(how -> how.revoke(ALICE))),
                error(VerificationError.CERT_REVOKED, 0));
        row(
                "revoked intermediate",
                chain.checking(ROOT.crl(how -> how.revoke(INTER)), inters),
                error(VerificationError.CERT_REVOKED, 1));
        row("someone else revoked", chain.checking(roots, INTER.crl(how -> how.revoke(DB))), OK);
        row(
                "expired list",
                chain.checking(roots, INTER.crl(how -> how.expired())),
                error(VerificationError.CRL_HAS_EXPIRED, 0));
        row(
                "expired list beside a current one",
                chain.checking(roots, INTER.crl(how -> how.expired().revoke(ALICE)), inters),
                OK);
        row(
                "list from the future",
                chain.checking(roots, INTER.crl(how -> how.thisUpdate(Pki.NOW.plusSeconds(60)))),
                error(VerificationError.CRL_NOT_YET_VALID, 0));
        row("list that never expires", chain.checking(roots, INTER.crl(how -> how.withoutNextUpdate())), OK);
        row(
                "list in its last second",
                chain.checking(roots, INTER.crl(how -> how.nextUpdate(Pki.NOW))),
                error(VerificationError.CRL_HAS_EXPIRED, 0));
        row(
                "newer of two lists",
                chain.checking(
                        roots,
                        INTER.crl(how -> how.revoke(ALICE).thisUpdate(Pki.NOW.minus(Duration.ofDays(5)))),
                        inters),
                OK);
        row(
                "spoilt signature of a list",
                chain.checking(roots, INTER.crl(how -> how.brokenSignature())),
                error(VerificationError.CRL_SIGNATURE_FAILURE, 0));
        Issued namesake = Pki.ca("CN=Inter", how -> how.key("another key"));
        row("list of a namesake", chain.checking(roots, namesake.crl()), error(VerificationError.UNABLE_TO_GET_CRL, 0));
        row(
                "list of a namesake without key identifier",
                chain.checking(roots, namesake.crl(how -> how.withoutAuthorityKeyIdentifier())),
                error(VerificationError.CRL_SIGNATURE_FAILURE, 0));
        Issued mute = Pki.ca("CN=Mute", how -> how.keyUsage(KeyUsage.keyCertSign));
        row(
                "issuer whose keyUsage lacks cRLSign",
                underRoot(mute).checking(mute.crl()),
                error(VerificationError.KEYUSAGE_NO_CRL_SIGN, 0));
        row(
                "list with an unknown critical extension",
                chain.checking(
                        roots,
                        INTER.crl(how -> how.extension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE))),
                error(VerificationError.UNHANDLED_CRITICAL_CRL_EXTENSION, 0));
        row(
                "list for users only",
                chain.checking(
                        roots,
                        INTER.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(null, true, false, null, false, false)))),
                OK);
        row(
                "list for CAs only",
                chain.checking(
                        roots,
                        INTER.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(null, false, true, null, false, false)))),
                error(VerificationError.DIFFERENT_CRL_SCOPE, 0));
        row(
                "indirect list",
                chain.checking(
                        roots,
                        INTER.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(null, false, false, null, true, false)))),
                error(VerificationError.UNABLE_TO_GET_CRL, 0));
        DistributionPointName here = new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://a.example/crl")));
        DistributionPointName there = new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://b.example/crl")));
        Issued pointed = INTER.client(
                "CN=alice",
                how -> how.extension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(here, null, null)
                })));
        Trial toPoint = Trial.of(pointed, ROOT).sending(INTER);
        row(
                "list of the certificate's distribution point",
                toPoint.checking(
                        roots,
                        INTER.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(here, false, false, null, false, false)))),
                OK);
        row(
                "list of another distribution point",
                toPoint.checking(
                        roots,
                        INTER.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(there, false, false, null, false, false)))),
                error(VerificationError.DIFFERENT_CRL_SCOPE, 0));
        row("SHA-1 list", chain.checking(roots, INTER.crl(how -> how.digest("SHA1"))), OK);
        Issued lone = Pki.selfSigned("CN=lone", how -> {});
        row(
                "self-signed leaf needs a list of itself",
                trusted(lone).checking(),
                error(VerificationError.UNABLE_TO_GET_CRL, 0));
        row("self-signed leaf with a list of itself", trusted(lone).checking(lone.crl()), OK);
        Issued extra = ROOT.client("CN=alice");
        row("lists of CAs that are not on the path", Trial.of(extra, ROOT).checking(roots, inters), OK);
    }
}
