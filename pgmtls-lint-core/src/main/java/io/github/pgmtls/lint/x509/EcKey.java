package io.github.pgmtls.lint.x509;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;

/**
 * A key over one of the curves that Bouncy Castle has arithmetic of their own for, which on Java 17 is several times
 * faster than the runtime. The point keeps what is computed in advance for it.
 *
 * @param point nothing for the point at infinity, which OpenSSL decodes, and with which no signature is good
 */
record EcKey(Optional<ECPublicKeyParameters> point) implements VerificationKey {

    static final String ALGORITHM = "1.2.840.10045.2.1";

    /** The numbers of a signature (RFC 3279, section 2.2.3). */
    private record Numbers(BigInteger r, BigInteger s) {}

    /**
     * Decodes a point (SEC 1, section 2.3.4).
     *
     * @param curve the dotted number of the curve
     * @return nothing if there is no arithmetic of its own for the curve
     */
    static Optional<EcKey> read(String curve, byte[] point) throws Der.Malformed {
        ASN1ObjectIdentifier identifier = new ASN1ObjectIdentifier(curve);
        X9ECParameters parameters = CustomNamedCurves.getByOID(identifier);
        if (parameters == null) {
            return Optional.empty();
        }
        if (point.length == 1 && point[0] == 0) {
            return Optional.of(new EcKey(Optional.empty()));
        }
        return Der.guard(() -> Optional.of(new EcKey(Optional.of(new ECPublicKeyParameters(
                parameters.getCurve().decodePoint(point), new ECNamedDomainParameters(identifier, parameters))))));
    }

    @Override
    public boolean verifies(Signed signed) {
        Optional<byte[]> digest = signed.algorithm().digest().flatMap(name -> Digests.named(name, signed.contentDer()));
        if (digest.isEmpty() || point.isEmpty()) {
            return false;
        }
        try {
            Numbers numbers = numbers(signed.signature());
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, point.get());
            return signer.verifySignature(digest.get(), numbers.r, numbers.s);
        } catch (Der.Malformed e) {
            return false;
        }
    }

    /** Reads a signature, of which OpenSSL too takes only what is DER to the last octet. */
    private static Numbers numbers(byte[] signature) throws Der.Malformed {
        DerCursor cursor = DerValue.read(signature).sequence();
        Numbers numbers = new Numbers(cursor.next().integer(), cursor.next().integer());
        cursor.end();
        if (!Arrays.equals(signature, encoding(numbers))) {
            throw new Der.Malformed("a signature is not DER");
        }
        return numbers;
    }

    private static byte[] encoding(Numbers numbers) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        CanonicalName.write(DerValue.INTEGER, numbers.r.toByteArray(), content);
        CanonicalName.write(DerValue.INTEGER, numbers.s.toByteArray(), content);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        CanonicalName.write(DerValue.SEQUENCE, content.toByteArray(), whole);
        return whole.toByteArray();
    }
}
