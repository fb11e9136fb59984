package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.testing.pki.Issued;
import io.github.pgmtls.lint.testing.pki.Pki;
import io.github.pgmtls.lint.testing.pki.Rewriting;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.KeyUsage;

/** Revocation lists. */
final class RevocationSituations extends Situations {

    @Override
    void fill() {
        revocation();
    }

    private void revocation() {
        Trial chain = Trial.of(alice, root).sending(inter);
        String roots = root.crl();
        String inters = inter.crl();
        row("current lists of every CA", chain.checking(roots, inters), OK);
        row("no list at all", chain.checking(), refused(VerificationError.UNABLE_TO_GET_CRL, 0));
        row("list of the intermediate missing", chain.checking(roots), refused(VerificationError.UNABLE_TO_GET_CRL, 0));
        row("list of the root missing", chain.checking(inters), refused(VerificationError.UNABLE_TO_GET_CRL, 1));
        row(
                "revoked leaf",
                chain.checking(roots, inter.crl(how -> how.revoke(alice))),
                refused(VerificationError.CERT_REVOKED, 0));
        row(
                "revoked intermediate",
                chain.checking(root.crl(how -> how.revoke(inter)), inters),
                refused(VerificationError.CERT_REVOKED, 1));
        row("someone else revoked", chain.checking(roots, inter.crl(how -> how.revoke(db))), OK);
        row(
                "expired list",
                chain.checking(roots, inter.crl(how -> how.expired())),
                refused(VerificationError.CRL_HAS_EXPIRED, 0));
        row(
                "expired list beside a current one",
                chain.checking(roots, inter.crl(how -> how.expired().revoke(alice)), inters),
                OK);
        row(
                "list from the future",
                chain.checking(roots, inter.crl(how -> how.thisUpdate(Pki.now().plus(Duration.ofHours(1))))),
                refused(VerificationError.CRL_NOT_YET_VALID, 0));
        row("list that never expires", chain.checking(roots, inter.crl(how -> how.withoutNextUpdate())), OK);
        row(
                "list in its last second",
                chain.checking(roots, inter.crl(how -> how.nextUpdate(Pki.now()))),
                refused(VerificationError.CRL_HAS_EXPIRED, 0));
        row(
                "newer of two lists",
                chain.checking(
                        roots,
                        inter.crl(how -> how.revoke(alice).thisUpdate(Pki.now().minus(Duration.ofDays(5)))),
                        inters),
                OK);
        row(
                "spoilt signature of a list",
                chain.checking(roots, inter.crl(how -> how.brokenSignature())),
                refused(VerificationError.CRL_SIGNATURE_FAILURE, 0));
        Issued namesake = Pki.ca("CN=Inter", how -> how.key("another key"));
        row(
                "list of a namesake",
                chain.checking(roots, namesake.crl()),
                refused(VerificationError.UNABLE_TO_GET_CRL, 0));
        row(
                "list of a namesake without key identifier",
                chain.checking(roots, namesake.crl(how -> how.withoutAuthorityKeyIdentifier())),
                refused(VerificationError.CRL_SIGNATURE_FAILURE, 0));
        Issued mute = Pki.ca("CN=Mute", how -> how.keyUsage(KeyUsage.keyCertSign));
        row(
                "issuer whose keyUsage lacks cRLSign",
                underRoot(mute).checking(mute.crl()),
                refused(VerificationError.KEYUSAGE_NO_CRL_SIGN, 0));
        row(
                "list with an unknown critical extension",
                chain.checking(
                        roots,
                        inter.crl(how -> how.extension(new ASN1ObjectIdentifier("1.2.3.4"), true, DERNull.INSTANCE))),
                refused(VerificationError.UNHANDLED_CRITICAL_CRL_EXTENSION, 0));
        row(
                "list for users only",
                chain.checking(
                        roots,
                        inter.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(null, true, false, null, false, false)))),
                OK);
        row(
                "list for CAs only",
                chain.checking(
                        roots,
                        inter.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(null, false, true, null, false, false)))),
                refused(VerificationError.DIFFERENT_CRL_SCOPE, 0));
        row(
                "indirect list",
                chain.checking(
                        roots,
                        inter.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(null, false, false, null, true, false)))),
                refused(VerificationError.UNABLE_TO_GET_CRL, 0));
        DistributionPointName here = new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://a.example/crl")));
        DistributionPointName there = new DistributionPointName(
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://b.example/crl")));
        Issued pointed = inter.client(
                "CN=alice",
                how -> how.extension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(here, null, null)
                })));
        Trial toPoint = Trial.of(pointed, root).sending(inter);
        row(
                "list of the certificate's distribution point",
                toPoint.checking(
                        roots,
                        inter.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(here, false, false, null, false, false)))),
                OK);
        row(
                "list of another distribution point",
                toPoint.checking(
                        roots,
                        inter.crl(how -> how.extension(
                                Extension.issuingDistributionPoint,
                                true,
                                new IssuingDistributionPoint(there, false, false, null, false, false)))),
                refused(VerificationError.DIFFERENT_CRL_SCOPE, 0));
        row(
                "critical reason that cannot be decoded, after which OpenSSL looks at no entry any more",
                chain.checking(
                        roots,
                        inter.crl(
                                how -> how.revoke(alice),
                                content -> content.set(5, withExtension(content.get(5), "0603551d150101ff04020a00")),
                                whole -> {})),
                refused(VerificationError.CERT_REVOKED, 0));
        row(
                "critical reason",
                chain.checking(
                        roots,
                        inter.crl(
                                how -> how.revoke(alice),
                                content -> content.set(5, withExtension(content.get(5), "0603551d150101ff04030a0101")),
                                whole -> {})),
                refused(VerificationError.UNHANDLED_CRITICAL_CRL_EXTENSION, 0));
        // ecdsa-with-SHA256 with parameters, of which it has none
        byte[] spelled = HexFormat.of().parseHex("300c06082a8648ce3d0403020500");
        row(
                "list that spells its algorithm otherwise beside the signature",
                chain.checking(roots, inter.crl(how -> {}, content -> {}, whole -> whole.set(1, spelled))),
                OK);
        row(
                "certificate that spells its algorithm otherwise beside the signature",
                Trial.of(alice.rewritten(inter, content -> {}, whole -> whole.set(1, spelled)), root)
                        .sending(inter),
                refused(VerificationError.CERT_SIGNATURE_FAILURE, 0));
        row("SHA-1 list", chain.checking(roots, inter.crl(how -> how.digest("SHA1"))), OK);
        Issued lone = Pki.selfSigned("CN=lone", how -> {});
        row(
                "self-signed leaf needs a list of itself",
                trusted(lone).checking(),
                refused(VerificationError.UNABLE_TO_GET_CRL, 0));
        row("self-signed leaf with a list of itself", trusted(lone).checking(lone.crl()), OK);
        Issued extra = root.client("CN=alice");
        row("lists of CAs that are not on the path", Trial.of(extra, root).checking(roots, inters), OK);
    }

    /** Gives the first entry an extension. */
    private static byte[] withExtension(byte[] entries, String extension) {
        List<byte[]> all = Rewriting.elements(entries);
        List<byte[]> first = Rewriting.elements(all.get(0));
        byte[] inner = Rewriting.value(0x30, HexFormat.of().parseHex(extension));
        first.add(Rewriting.value(0x30, inner));
        all.set(0, Rewriting.sequence(first));
        return Rewriting.sequence(all);
    }
}
