package io.github.pgmtls.lint.x509;

import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.jspecify.annotations.Nullable;

/** Reads what is to be known about a public key without using it. */
final class PublicKeyReader {

    private static final Map<String, Curve> USUAL_CURVES = Map.of(
            "1.2.840.10045.3.1.7", new Curve("P-256", 256),
            "1.3.132.0.34", new Curve("P-384", 384),
            "1.3.132.0.35", new Curve("P-521", 521));

    private PublicKeyReader() {}

    private record Curve(String name, int bits) {}

    static PublicKeyInfo read(SubjectPublicKeyInfo key) throws Der.Malformed {
        return Der.guard(() -> {
            String fingerprint = Digests.sha256(key.getEncoded("DER"));
            ASN1Encodable parameters = key.getAlgorithm().getParameters();
            PublicKeyInfo.Algorithm algorithm =
                    algorithm(key.getAlgorithm().getAlgorithm().getId());
            Optional<Curve> curve = algorithm == PublicKeyInfo.Algorithm.EC ? curve(parameters) : Optional.empty();
            int bits = switch (algorithm) {
                case RSA, RSA_PSS -> modulusBits(key.getPublicKeyData());
                case DSA -> primeBits(parameters);
                case EC -> curve.map(Curve::bits).orElse(0);
                case ED25519 -> 256;
                case ED448 -> 456;
                case OTHER -> 0;
            };
            return new PublicKeyInfo(algorithm, bits, curve.map(Curve::name), fingerprint);
        });
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

    /** An unreadable key is no reason to refuse a certificate when a file is loaded, so it has 0 bits. */
    private static int modulusBits(ASN1BitString data) {
        try {
            ASN1Sequence key = Der.sequence(data.getOctets());
            return ASN1Integer.getInstance(key.getObjectAt(0))
                    .getPositiveValue()
                    .bitLength();
        } catch (Der.Malformed | RuntimeException e) {
            return 0;
        }
    }

    private static int primeBits(@Nullable ASN1Encodable parameters) {
        try {
            ASN1Sequence numbers = ASN1Sequence.getInstance(parameters);
            return ASN1Integer.getInstance(numbers.getObjectAt(0))
                    .getPositiveValue()
                    .bitLength();
        } catch (RuntimeException e) {
            return 0;
        }
    }

    private static Optional<Curve> curve(@Nullable ASN1Encodable parameters) {
        if (parameters == null || !(parameters.toASN1Primitive() instanceof ASN1ObjectIdentifier oid)) {
            return Optional.empty();
        }
        Curve usual = USUAL_CURVES.get(oid.getId());
        if (usual != null) {
            return Optional.of(usual);
        }
        X9ECParameters known = ECNamedCurveTable.getByOID(oid);
        if (known == null) {
            return Optional.of(new Curve(oid.getId(), 0));
        }
        return Optional.of(
                new Curve(ECNamedCurveTable.getName(oid), known.getN().bitLength()));
    }
}
