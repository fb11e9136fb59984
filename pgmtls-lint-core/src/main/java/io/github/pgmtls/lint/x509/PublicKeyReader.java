package io.github.pgmtls.lint.x509;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;

/** Reads what is to be known about a public key without using it. */
final class PublicKeyReader {

    private static final Map<String, Curve> USUAL_CURVES = Map.of(
            "1.2.840.10045.3.1.7", new Curve("P-256", 256),
            "1.3.132.0.34", new Curve("P-384", 384),
            "1.3.132.0.35", new Curve("P-521", 521));

    private PublicKeyReader() {}

    private record Curve(String name, int bits) {}

    /** Reads a SubjectPublicKeyInfo. */
    static PublicKeyInfo read(DerValue key) throws Der.Malformed {
        DerCursor cursor = key.sequence();
        DerCursor identifier = cursor.next().sequence();
        PublicKeyInfo.Algorithm algorithm = algorithm(identifier.next().objectIdentifier());
        Optional<DerValue> parameters = identifier.hasNext() ? Optional.of(identifier.next()) : Optional.empty();
        identifier.end();
        byte[] data = cursor.next().bitString();
        cursor.end();
        Optional<Curve> curve = algorithm == PublicKeyInfo.Algorithm.EC ? curve(parameters) : Optional.empty();
        int bits = switch (algorithm) {
            case RSA, RSA_PSS -> firstNumberBits(Optional.of(data));
            case DSA -> firstNumberBits(parameters.map(DerValue::encoding));
            case EC -> curve.map(Curve::bits).orElse(0);
            case ED25519 -> 256;
            case ED448 -> 456;
            case OTHER -> 0;
        };
        return new PublicKeyInfo(algorithm, bits, curve.map(Curve::name), key.fingerprint());
    }

    private static PublicKeyInfo.Algorithm algorithm(String oid) {
        return switch (oid) {
            case "1.2.840.113549.1.1.1" -> PublicKeyInfo.Algorithm.RSA;
            case "1.2.840.113549.1.1.10" -> PublicKeyInfo.Algorithm.RSA_PSS;
            case "1.2.840.10040.4.1" -> PublicKeyInfo.Algorithm.DSA;
            case "1.2.840.10045.2.1" -> PublicKeyInfo.Algorithm.EC;
            case "1.3.101.112" -> PublicKeyInfo.Algorithm.ED25519;
            case "1.3.101.113" -> PublicKeyInfo.Algorithm.ED448;
            default -> PublicKeyInfo.Algorithm.OTHER;
        };
    }

    /** A modulus or prime; an unreadable key is no reason to refuse a certificate when a file is loaded. */
    private static int firstNumberBits(Optional<byte[]> sequence) {
        if (sequence.isEmpty()) {
            return 0;
        }
        try {
            return firstNumberBits(sequence.get());
        } catch (Der.Malformed e) {
            return 0;
        }
    }

    private static int firstNumberBits(byte[] sequence) throws Der.Malformed {
        try {
            return DerValue.read(sequence).sequence().next().unsignedBits();
        } catch (Der.Malformed e) {
            return DerValue.read(Der.definite(sequence, e)).sequence().next().unsignedBits();
        }
    }

    private static Optional<Curve> curve(Optional<DerValue> parameters) throws Der.Malformed {
        if (parameters.isEmpty() || !parameters.get().is(DerValue.OBJECT_IDENTIFIER)) {
            return Optional.empty();
        }
        String oid = parameters.get().objectIdentifier();
        Curve usual = USUAL_CURVES.get(oid);
        if (usual != null) {
            return Optional.of(usual);
        }
        X9ECParameters known = ECNamedCurveTable.getByOID(new ASN1ObjectIdentifier(oid));
        if (known == null) {
            return Optional.of(new Curve(oid, 0));
        }
        return Optional.of(new Curve(
                ECNamedCurveTable.getName(new ASN1ObjectIdentifier(oid)),
                known.getN().bitLength()));
    }
}
