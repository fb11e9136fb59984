package io.github.pgmtls.lint.x509;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something signed: a certificate or a revocation list (RFC 5280, sections 4.1.1 and 5.1.1).
 *
 * @param der the whole encoding, without bytes that may follow it
 * @param content what is signed
 * @param contentInFile its encoding as it stands in the file, which the signature covers, if that is another one
 * @param outer the algorithm as named beside the signature
 * @param inner the algorithm as named within what is signed
 * @param signature the signature
 * @param unusedBits how many bits at its end do not count
 */
record Signed(
        byte[] der,
        DerValue content,
        Optional<byte[]> contentInFile,
        Algorithm outer,
        Algorithm inner,
        byte[] signature,
        int unusedBits) {

    /**
     * An AlgorithmIdentifier (RFC 5280, section 4.1.1.2).
     *
     * @param der its encoding
     * @param meaning what it names
     */
    record Algorithm(byte[] der, SignatureAlgorithm meaning) {

        static Algorithm read(DerValue value) throws Der.Malformed {
            DerCursor cursor = value.sequence();
            String oid = cursor.next().objectIdentifier();
            if (cursor.hasNext()) {
                cursor.next();
            }
            cursor.end();
            byte[] der = value.encoding();
            return new Algorithm(
                    der,
                    oid.equals(SignatureAlgorithm.RSA_PSS)
                            ? SignatureAlgorithm.pss(PssParameters.digest(der))
                            : SignatureAlgorithm.of(oid));
        }
    }

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
        Algorithm algorithm = Algorithm.read(cursor.next());
        DerValue signature = cursor.next();
        cursor.end();
        byte[] octets = signature.bitString();
        if (file == bytes) {
            return new Signed(
                    whole.encoding(), content, Optional.empty(), algorithm, algorithm, octets, signature.unusedBits());
        }
        Optional<Der.Slice> outer = Der.slice(file, 0);
        Optional<Der.Slice> inner = outer.flatMap(slice -> Der.slice(file, slice.contentStart()));
        return new Signed(
                outer.isPresent() ? outer.get().bytes() : Der.encoding(file),
                content,
                Optional.of(inner.isPresent() ? inner.get().bytes() : Der.firstElement(file)),
                algorithm,
                algorithm,
                octets,
                signature.unusedBits());
    }

    Signed withInner(Algorithm named) {
        return new Signed(der, content, contentInFile, outer, named, signature, unusedBits);
    }

    /** Tells whether the algorithm is the same in both places, which OpenSSL demands of certificates but not of lists. */
    boolean namesOneAlgorithm() {
        return Arrays.equals(outer.der, inner.der);
    }

    /** Returns what the signature covers. */
    byte[] contentDer() {
        return contentInFile.orElseGet(content::encoding);
    }

    SignatureAlgorithm algorithm() {
        return outer.meaning();
    }

    SignatureAlgorithm innerAlgorithm() {
        return inner.meaning();
    }
}
