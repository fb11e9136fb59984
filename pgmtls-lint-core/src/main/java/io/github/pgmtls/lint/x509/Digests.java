package io.github.pgmtls.lint.x509;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;

/** Digests that every Java runtime has. */
final class Digests {

    /** Never fed: a copy is cheaper than looking for the algorithm again. */
    private static final MessageDigest SHA256 = fresh("SHA-256");

    private static final MessageDigest SHA1 = fresh("SHA-1");

    /** Java's names by OpenSSL's of the digests that OpenSSL still makes signatures with. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("MD5", "MD5"),
            Map.entry("SHA1", "SHA-1"),
            Map.entry("SHA224", "SHA-224"),
            Map.entry("SHA256", "SHA-256"),
            Map.entry("SHA384", "SHA-384"),
            Map.entry("SHA512", "SHA-512"),
            Map.entry("SHA512-224", "SHA-512/224"),
            Map.entry("SHA512-256", "SHA-512/256"),
            Map.entry("SHA3-224", "SHA3-224"),
            Map.entry("SHA3-256", "SHA3-256"),
            Map.entry("SHA3-384", "SHA3-384"),
            Map.entry("SHA3-512", "SHA3-512"));

    private Digests() {}

    /** Returns a digest by OpenSSL's name; nothing if that is unknown. */
    static Optional<byte[]> named(String openSslName, byte[] bytes) {
        String name = NAMES.get(openSslName);
        return name == null ? Optional.empty() : Optional.of(fresh(name).digest(bytes));
    }

    /** Returns the hexadecimal digits of the SHA-256 digest. */
    static String sha256(byte[] bytes) {
        return sha256(bytes, 0, bytes.length);
    }

    /** Returns the hexadecimal digits of the SHA-256 digest of a part. */
    static String sha256(byte[] bytes, int start, int end) {
        return Der.hex(of(SHA256, bytes, start, end));
    }

    static byte[] sha1(byte[] bytes) {
        return of(SHA1, bytes, 0, bytes.length);
    }

    private static byte[] of(MessageDigest fresh, byte[] bytes, int start, int end) {
        try {
            MessageDigest digest = (MessageDigest) fresh.clone();
            digest.update(bytes, start, end - start);
            return digest.digest();
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
