package io.github.pgmtls.lint.x509;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Something signed: a certificate or a revocation list (RFC 5280, sections 4.1.1 and 5.1.1).
 *
 * @param der the whole encoding, without bytes that may follow it
 * @param content what is signed
 * @param contentDer its encoding as it stands in the file, which the signature covers
 * @param identifier the algorithm as named beside the signature
 * @param inner the algorithm as named within what is signed; OpenSSL refuses the signature if it is another
 * @param signature the signature
 */
record Signed(
        byte[] der,
        ASN1Sequence content,
        byte[] contentDer,
        AlgorithmIdentifier identifier,
        AlgorithmIdentifier inner,
        ASN1BitString signature) {

    static Signed read(byte[] bytes) throws Der.Malformed {
        return Der.guard(() -> {
            ASN1Sequence whole = ASN1Sequence.getInstance(Der.read(bytes));
            Der.Cursor cursor = new Der.Cursor(whole);
            ASN1Sequence content = ASN1Sequence.getInstance(cursor.next());
            AlgorithmIdentifier identifier = AlgorithmIdentifier.getInstance(cursor.next());
            ASN1BitString signature = ASN1BitString.getInstance(cursor.next());
            cursor.end();
            Optional<Der.Slice> outer = Der.slice(bytes, 0);
            Optional<Der.Slice> inner = outer.flatMap(slice -> Der.slice(bytes, slice.contentStart()));
            return new Signed(
                    outer.isPresent() ? outer.get().bytes() : whole.getEncoded(),
                    content,
                    inner.isPresent() ? inner.get().bytes() : content.getEncoded(),
                    identifier,
                    identifier,
                    signature);
        });
    }

    Signed withInner(AlgorithmIdentifier named) {
        return new Signed(der, content, contentDer, identifier, named, signature);
    }

    boolean identifiersAgree() {
        return identifier.equals(inner);
    }

    SignatureAlgorithm algorithm() {
        return algorithm(identifier);
    }

    SignatureAlgorithm innerAlgorithm() {
        return algorithm(inner);
    }

    private static SignatureAlgorithm algorithm(AlgorithmIdentifier identifier) {
        String oid = identifier.getAlgorithm().getId();
        return oid.equals(SignatureAlgorithm.RSA_PSS)
                ? SignatureAlgorithm.pss(pssDigest(identifier.getParameters()))
                : SignatureAlgorithm.of(oid);
    }

    private static Optional<String> pssDigest(ASN1Encodable parameters) {
        try {
            return digestName(RSASSAPSSparams.getInstance(parameters).getHashAlgorithm());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Returns OpenSSL's name of a digest given by its AlgorithmIdentifier. */
    static Optional<String> digestName(ASN1Encodable identifier) {
        String oid = AlgorithmIdentifier.getInstance(identifier).getAlgorithm().getId();
        return switch (oid) {
            case "1.2.840.113549.2.5" -> Optional.of("MD5");
            case "1.3.14.3.2.26" -> Optional.of("SHA1");
            case "2.16.840.1.101.3.4.2.4" -> Optional.of("SHA224");
            case "2.16.840.1.101.3.4.2.1" -> Optional.of("SHA256");
            case "2.16.840.1.101.3.4.2.2" -> Optional.of("SHA384");
            case "2.16.840.1.101.3.4.2.3" -> Optional.of("SHA512");
            default -> Optional.empty();
        };
    }
}
