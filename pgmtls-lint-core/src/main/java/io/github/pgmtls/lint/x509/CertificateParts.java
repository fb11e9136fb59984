package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a certificate (RFC 5280, section 4.1). Bouncy Castle's own class is stricter than OpenSSL: it refuses
 * repeated extensions and extensions in version 1.
 *
 * @param der the encoding, without bytes that may follow it
 * @param notBefore nothing if the field is not a time that OpenSSL understands
 * @param notAfter likewise
 * @param key the public key (SubjectPublicKeyInfo)
 */
record CertificateParts(
        byte[] der,
        int version,
        BigInteger serial,
        DistinguishedName issuer,
        Optional<Instant> notBefore,
        Optional<Instant> notAfter,
        DistinguishedName subject,
        DerValue key,
        PublicKeyInfo publicKey,
        Extensions extensions,
        Signed signed) {

    SignatureAlgorithm signatureAlgorithm() {
        return signed.algorithm();
    }

    static CertificateParts read(byte[] bytes) throws Der.Malformed {
        try {
            return read(Signed.read(bytes, bytes));
        } catch (Der.Malformed e) {
            return read(Signed.read(bytes, Der.definite(bytes, e)));
        }
    }

    private static CertificateParts read(Signed signed) throws Der.Malformed {
        DerCursor cursor = signed.content().sequence();
        Optional<DerValue> version = cursor.nextTagged(0);
        BigInteger serial = cursor.next().integer();
        Signed.Algorithm inner = Signed.Algorithm.read(cursor.next());
        DistinguishedName issuer = DistinguishedName.readIssuer(cursor.next());
        DerCursor validity = cursor.next().sequence();
        Optional<Instant> notBefore = Times.require(validity);
        Optional<Instant> notAfter = Times.require(validity);
        validity.end();
        DistinguishedName subject = DistinguishedName.read(cursor.next());
        DerValue key = cursor.next();
        PublicKeyInfo publicKey = PublicKeyReader.read(key);
        uniqueIdentifier(cursor.nextTagged(1));
        uniqueIdentifier(cursor.nextTagged(2));
        Optional<DerValue> extensions = cursor.nextTagged(3);
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
                publicKey,
                extensions.isPresent() ? Extensions.read(extensions.get().explicit()) : Extensions.none(),
                signed.withInner(inner));
    }

    private static int version(DerValue tagged) throws Der.Malformed {
        BigInteger number = tagged.explicit().integer();
        if (number.bitLength() > 30) {
            throw new Der.Malformed("the version is too large");
        }
        return number.intValueExact() + 1;
    }

    private static void uniqueIdentifier(Optional<DerValue> tagged) throws Der.Malformed {
        if (tagged.isPresent()) {
            tagged.get().unusedBits();
        }
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
