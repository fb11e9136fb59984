package io.github.pgmtls.lint.x509;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests that every Java runtime has. */
final class Digests {

    private Digests() {}

    /** Returns the hexadecimal digits of the SHA-256 digest. */
    static String sha256(byte[] bytes) {
        return Der.hex(of("SHA-256", bytes));
    }

    static byte[] sha1(byte[] bytes) {
        return of("SHA-1", bytes);
    }

    private static byte[] of(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
