package io.github.pgmtls.lint.x509;

import java.util.Arrays;
import java.util.Optional;

/** A public key with which signatures are checked. */
interface VerificationKey {

    /** Tells whether a signature with an algorithm for such keys is good. */
    boolean verifies(Signed signed);

    /** Decodes a SubjectPublicKeyInfo; nothing if OpenSSL could not use it either. */
    static Optional<VerificationKey> read(byte[] key) {
        try {
            Optional<byte[]> rsa = rsa(key);
            return Optional.of(rsa.isPresent() ? RsaKey.read(rsa.get()) : LibraryKey.read(key));
        } catch (Der.Malformed e) {
            return Optional.empty();
        }
    }

    /** Returns the key proper if it is one for RSA. */
    private static Optional<byte[]> rsa(byte[] key) throws Der.Malformed {
        DerCursor cursor = DerValue.read(key).sequence();
        String algorithm = cursor.next().sequence().next().objectIdentifier();
        boolean rsa = algorithm.equals(SignatureAlgorithm.RSA) || algorithm.equals(SignatureAlgorithm.RSA_PSS);
        return rsa ? Optional.of(cursor.next().bitString()) : Optional.empty();
    }

    /** Tells whether something is signed with an algorithm for a kind of key, and the signature is good. */
    static boolean verifies(Signed signed, PublicKeyInfo.Algorithm kind, VerificationKey key) {
        return Arrays.equals(signed.identifier(), signed.inner())
                && signed.unusedBits() == 0
                && signed.algorithm().isMadeWith(kind)
                && key.verifies(signed);
    }
}
