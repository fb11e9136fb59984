package io.github.pgmtls.lint.x509;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests that every Java runtime has. */
final class Digests {

    /** Never fed: a copy is cheaper than looking for the algorithm again. */
    private static final MessageDigest SHA256 = fresh("SHA-256");

    private static final MessageDigest SHA1 = fresh("SHA-1");

    private Digests() {}

    /** Returns the hexadecimal digits of the SHA-256 digest. */
    static String sha256(byte[] bytes) {
        return Der.hex(of(SHA256, bytes));
    }

    static byte[] sha1(byte[] bytes) {
        return of(SHA1, bytes);
    }

    private static byte[] of(MessageDigest fresh, byte[] bytes) {
        try {
            return ((MessageDigest) fresh.clone()).digest(bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest fresh(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
