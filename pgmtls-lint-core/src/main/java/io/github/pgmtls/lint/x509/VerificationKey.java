package io.github.pgmtls.lint.x509;

import java.util.Optional;

/** A public key with which signatures are checked. */
interface VerificationKey {

    /** Tells whether a signature with an algorithm for such keys is good. */
    boolean verifies(Signed signed);

    /** Decodes a SubjectPublicKeyInfo; nothing if OpenSSL could not use it either. */
    static Optional<VerificationKey> read(DerValue key) {
        try {
            return Optional.of(decode(key));
        } catch (Der.Malformed e) {
            return Optional.empty();
        }
    }

    private static VerificationKey decode(DerValue key) throws Der.Malformed {
        DerCursor cursor = key.sequence();
        DerCursor identifier = cursor.next().sequence();
        String algorithm = identifier.next().objectIdentifier();
        byte[] data = cursor.next().bitString();
        if (algorithm.equals(SignatureAlgorithm.RSA) || algorithm.equals(SignatureAlgorithm.RSA_PSS)) {
            return RsaKey.read(data);
        }
        if (algorithm.equals(EcKey.ALGORITHM) && identifier.nextIs(DerValue.OBJECT_IDENTIFIER)) {
            Optional<EcKey> own = EcKey.read(identifier.next().objectIdentifier(), data);
            if (own.isPresent()) {
                return own.get();
            }
        }
        return LibraryKey.read(key.encoding());
    }

    /** Tells whether something is signed with an algorithm for a kind of key, and the signature is good. */
    static boolean verifies(Signed signed, PublicKeyInfo.Algorithm kind, VerificationKey key) {
        return signed.unusedBits() == 0 && signed.algorithm().isMadeWith(kind) && key.verifies(signed);
    }
}
