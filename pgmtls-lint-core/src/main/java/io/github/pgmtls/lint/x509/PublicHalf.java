package io.github.pgmtls.lint.x509;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** Finds the public key that belongs to a private one, as OpenSSL does: what the file says of it is believed. */
final class PublicHalf {

    private static final int RSA_NUMBERS = 9;

    private PublicHalf() {}

    /** Reads an RSAPrivateKey (RFC 8017, appendix A.1.2). */
    static SubjectPublicKeyInfo ofRsa(ASN1Sequence key) throws IOException, Der.Malformed {
        if (key.size() < RSA_NUMBERS) {
            throw new Der.Malformed("not an RSA key");
        }
        for (int i = 0; i < RSA_NUMBERS; i++) {
            number(key, i);
        }
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
                new RSAPublicKey(number(key, 1), number(key, 2)));
    }

    /** Reads OpenSSL's DSAPrivateKey: version, three parameters, public key, private key. */
    static SubjectPublicKeyInfo ofDsa(ASN1Sequence key) throws IOException, Der.Malformed {
        if (key.size() != 6) {
            throw new Der.Malformed("not a DSA key");
        }
        DSAParameter parameters = new DSAParameter(number(key, 1), number(key, 2), number(key, 3));
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_dsa, parameters), new ASN1Integer(number(key, 4)));
    }

    private static BigInteger number(ASN1Sequence sequence, int index) {
        return ASN1Integer.getInstance(sequence.getObjectAt(index)).getValue();
    }

    /**
     * Reads an ECPrivateKey (RFC 5915, section 3).
     *
     * @param outer the curve that a PKCS#8 wrapping names
     */
    static SubjectPublicKeyInfo ofEc(ASN1Sequence key, Optional<ASN1Encodable> outer)
            throws IOException, Der.Malformed {
        DerCursor cursor = DerValue.read(key.getEncoded("DL")).sequence();
        cursor.next().integer();
        byte[] secret = cursor.next().octetString();
        Optional<DerValue> inner = cursor.nextTagged(0);
        Optional<DerValue> open = cursor.nextTagged(1);
        cursor.end();
        ASN1Encodable parameters =
                inner.isPresent() ? Der.read(inner.get().explicit().encoding()) : outer.orElse(DERNull.INSTANCE);
        X9ECParameters curve = curve(parameters);
        if (outer.isPresent()) {
            curve(outer.get());
        }
        ECPoint point = open.isPresent()
                ? curve.getCurve().decodePoint(open.get().explicit().bitString())
                : new FixedPointCombMultiplier().multiply(curve.getG(), new BigInteger(1, secret).mod(curve.getN()));
        if (point.isInfinity()) {
            throw new Der.Malformed("the public key is the point at infinity");
        }
        return new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, parameters),
                point.normalize().getEncoded(false));
    }

    private static X9ECParameters curve(ASN1Encodable parameters) throws Der.Malformed {
        X9ECParameters curve = parameters.toASN1Primitive() instanceof ASN1ObjectIdentifier oid
                ? ECNamedCurveTable.getByOID(oid)
                : X9ECParameters.getInstance(parameters);
        if (curve == null) {
            throw new Der.Malformed("the curve is unknown");
        }
        return curve;
    }

    /** Reads the key within a PKCS#8 wrapping; nothing if its kind is not understood. */
    static Optional<SubjectPublicKeyInfo> ofWrapped(org.bouncycastle.asn1.pkcs.PrivateKeyInfo key)
            throws IOException, Der.Malformed {
        AlgorithmIdentifier algorithm = key.getPrivateKeyAlgorithm();
        ASN1ObjectIdentifier kind = algorithm.getAlgorithm();
        if (kind.equals(PKCSObjectIdentifiers.rsaEncryption)) {
            return Optional.of(ofRsa(ASN1Sequence.getInstance(key.parsePrivateKey())));
        }
        if (kind.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
            return Optional.of(ofEc(
                    ASN1Sequence.getInstance(key.parsePrivateKey()), Optional.ofNullable(algorithm.getParameters())));
        }
        if (kind.equals(X9ObjectIdentifiers.id_dsa)) {
            DSAParameter parameters = DSAParameter.getInstance(algorithm.getParameters());
            BigInteger secret = ASN1Integer.getInstance(key.parsePrivateKey()).getValue();
            return Optional.of(new SubjectPublicKeyInfo(
                    algorithm, new ASN1Integer(parameters.getG().modPow(secret, parameters.getP()))));
        }
        AsymmetricKeyParameter secret = PrivateKeyFactory.createKey(key);
        if (secret instanceof Ed25519PrivateKeyParameters ed) {
            return Optional.of(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(ed.generatePublicKey()));
        }
        if (secret instanceof Ed448PrivateKeyParameters ed) {
            return Optional.of(SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(ed.generatePublicKey()));
        }
        return Optional.empty();
    }
}
