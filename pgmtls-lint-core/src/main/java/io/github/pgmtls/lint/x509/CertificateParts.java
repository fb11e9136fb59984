package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a certificate (RFC 5280, section 4.1). Bouncy Castle's own class is stricter than OpenSSL (it refuses
 * repeated extensions and extensions in version 1), so the outer structure is walked here.
 *
 * @param der the encoding, without bytes that may follow it
 * @param notBefore nothing if the field is not a time that OpenSSL understands
 * @param notAfter likewise
 */
record CertificateParts(
        byte[] der,
        int version,
        BigInteger serial,
        DistinguishedName issuer,
        Optional<Instant> notBefore,
        Optional<Instant> notAfter,
        DistinguishedName subject,
        SubjectPublicKeyInfo key,
        PublicKeyInfo publicKey,
        Extensions extensions,
        Signed signed) {

    SignatureAlgorithm signatureAlgorithm() {
        return signed.algorithm();
    }

    static CertificateParts read(byte[] bytes) throws Der.Malformed {
        return Der.guard(() -> {
            Signed signed = Signed.read(bytes);
            Der.Cursor cursor = new Der.Cursor(signed.content());
            Optional<ASN1TaggedObject> version = cursor.nextTagged(0);
            BigInteger serial = ASN1Integer.getInstance(cursor.next()).getValue();
            AlgorithmIdentifier inner = AlgorithmIdentifier.getInstance(cursor.next());
            DistinguishedName issuer = DistinguishedName.read(cursor.next());
            Der.Cursor validity = new Der.Cursor(ASN1Sequence.getInstance(cursor.next()));
            Optional<Instant> notBefore = Times.instant(validity.next());
            Optional<Instant> notAfter = Times.instant(validity.next());
            validity.end();
            DistinguishedName subject = DistinguishedName.read(cursor.next());
            SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(cursor.next());
            uniqueIdentifier(cursor.nextTagged(1));
            uniqueIdentifier(cursor.nextTagged(2));
            Optional<ASN1TaggedObject> extensions = cursor.nextTagged(3);
            cursor.end();
            return new CertificateParts(
                    signed.der(),
                    version.isPresent() ? version(version.get()) : 1,
                    serial,
                    issuer,
                    notBefore,
                    notAfter,
                    subject,
                    key,
                    PublicKeyReader.read(key),
                    extensions.isPresent()
                            ? Extensions.read(extensions.get().getExplicitBaseObject())
                            : Extensions.none(),
                    signed.withInner(inner));
        });
    }

    private static int version(ASN1TaggedObject tagged) {
        return ASN1Integer.getInstance((ASN1Encodable) tagged.getExplicitBaseObject())
                        .intValueExact()
                + 1;
    }

    private static void uniqueIdentifier(Optional<ASN1TaggedObject> tagged) {
        tagged.ifPresent(value -> ASN1BitString.getInstance(value, false));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CertificateParts parts && Arrays.equals(der, parts.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }
}
