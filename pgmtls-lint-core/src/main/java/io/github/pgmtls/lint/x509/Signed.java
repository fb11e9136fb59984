package io.github.pgmtls.lint.x509;

import java.util.Optional;

/**
 * Something signed: a certificate or a revocation list (RFC 5280, sections 4.1.1 and 5.1.1).
 *
 * @param der the whole encoding, without bytes that may follow it
 * @param content what is signed
 * @param contentDer its encoding as it stands in the file, which the signature covers
 * @param identifier the algorithm as named beside the signature (AlgorithmIdentifier)
 * @param inner the algorithm as named within what is signed; OpenSSL refuses the signature if it is another
 * @param signature the signature
 * @param unusedBits how many bits at its end do not count
 */
record Signed(
        byte[] der,
        DerValue content,
        byte[] contentDer,
        byte[] identifier,
        byte[] inner,
        byte[] signature,
        int unusedBits) {

    /**
     * Reads the outer structure.
     *
     * @param file the bytes as they stand in the file
     * @param bytes the same values in the form that is read here; see {@link Der#definite}
     */
    static Signed read(byte[] file, byte[] bytes) throws Der.Malformed {
        DerValue whole = DerValue.read(bytes);
        DerCursor cursor = whole.sequence();
        DerValue content = cursor.next();
        byte[] identifier = algorithmIdentifier(cursor.next());
        DerValue signature = cursor.next();
        cursor.end();
        byte[] octets = signature.bitString();
        if (file == bytes) {
            byte[] contentDer = content.encoding();
            return new Signed(
                    whole.encoding(), content, contentDer, identifier, identifier, octets, signature.unusedBits());
        }
        Optional<Der.Slice> outer = Der.slice(file, 0);
        Optional<Der.Slice> inner = outer.flatMap(slice -> Der.slice(file, slice.contentStart()));
        return new Signed(
                outer.isPresent() ? outer.get().bytes() : Der.encoding(file),
                content,
                inner.isPresent() ? inner.get().bytes() : Der.firstElement(file),
                identifier,
                identifier,
                octets,
                signature.unusedBits());
    }

    /** Returns the encoding of an AlgorithmIdentifier. */
    static byte[] algorithmIdentifier(DerValue value) throws Der.Malformed {
        DerCursor cursor = value.sequence();
        cursor.next().objectIdentifier();
        if (cursor.hasNext()) {
            cursor.next();
        }
        cursor.end();
        return value.encoding();
    }

    Signed withInner(byte[] named) {
        return new Signed(der, content, contentDer, identifier, named, signature, unusedBits);
    }

    SignatureAlgorithm algorithm() {
        return algorithm(identifier);
    }

    SignatureAlgorithm innerAlgorithm() {
        return algorithm(inner);
    }

    private static SignatureAlgorithm algorithm(byte[] identifier) {
        try {
            String oid = DerValue.read(identifier).sequence().next().objectIdentifier();
            return oid.equals(SignatureAlgorithm.RSA_PSS)
                    ? SignatureAlgorithm.pss(PssParameters.digest(identifier))
                    : SignatureAlgorithm.of(oid);
        } catch (Der.Malformed e) {
            throw new IllegalStateException("not as it was read", e);
        }
    }
}
