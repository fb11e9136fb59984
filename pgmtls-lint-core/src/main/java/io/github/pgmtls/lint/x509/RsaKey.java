package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * An RSA key. Signatures with PKCS#1 padding (RFC 8017, section 8.2.2) are compared with what they must be, byte by
 * byte, as OpenSSL does; for this alone the library would cost more time to load than some hundred signatures take.
 */
record RsaKey(BigInteger modulus, BigInteger exponent) implements VerificationKey {

    /** What stands before the digest: the DER of a DigestInfo up to it. */
    private static final Map<String, byte[]> PREFIXES = Map.ofEntries(
            digest("MD5", "3020300c06082a864886f70d020505000410"),
            digest("SHA1", "3021300906052b0e03021a05000414"),
            digest("SHA224", "302d300d06096086480165030402040500041c"),
            digest("SHA256", "3031300d060960864801650304020105000420"),
            digest("SHA384", "3041300d060960864801650304020205000430"),
            digest("SHA512", "3051300d060960864801650304020305000440"),
            digest("SHA512-224", "302d300d06096086480165030402050500041c"),
            digest("SHA512-256", "3031300d060960864801650304020605000420"),
            digest("SHA3-224", "302d300d06096086480165030402070500041c"),
            digest("SHA3-256", "3031300d060960864801650304020805000420"),
            digest("SHA3-384", "3041300d060960864801650304020905000430"),
            digest("SHA3-512", "3051300d060960864801650304020a05000440"));

    private static final int LEAST_PADDING = 11;

    private static Map.Entry<String, byte[]> digest(String name, String prefix) {
        return Map.entry(name, HexFormat.of().parseHex(prefix));
    }

    /** Reads an RSAPublicKey (RFC 8017, appendix A.1.1). */
    static RsaKey read(byte[] key) throws Der.Malformed {
        try {
            return of(DerValue.read(key));
        } catch (Der.Malformed e) {
            return of(DerValue.read(Der.definite(key, e)));
        }
    }

    private static RsaKey of(DerValue key) throws Der.Malformed {
        DerCursor numbers = key.sequence();
        BigInteger modulus = unsigned(numbers.next());
        BigInteger exponent = unsigned(numbers.next());
        if (!modulus.testBit(0) || !exponent.testBit(0)) {
            throw new Der.Malformed("an RSA key has an even number");
        }
        return new RsaKey(modulus, exponent);
    }

    private static BigInteger unsigned(DerValue value) throws Der.Malformed {
        return new BigInteger(1, value.integer().toByteArray());
    }

    @Override
    public boolean verifies(Signed signed) {
        SignatureAlgorithm algorithm = signed.algorithm();
        if (algorithm.oid().equals(SignatureAlgorithm.RSA_PSS)) {
            return LibraryKey.verifiesPss(signed, modulus, exponent);
        }
        int length = (modulus.bitLength() + 7) / 8;
        Optional<byte[]> expected = algorithm.digest().flatMap(digest -> expected(digest, signed.contentDer(), length));
        BigInteger signature = new BigInteger(1, signed.signature());
        if (expected.isEmpty() || signed.signature().length != length || signature.compareTo(modulus) >= 0) {
            return false;
        }
        return signature.modPow(exponent, modulus).equals(new BigInteger(1, expected.get()));
    }

    /** Returns the padded digest; nothing if the digest is unknown or the key too short for it. */
    private static Optional<byte[]> expected(String digest, byte[] content, int length) {
        byte[] prefix = PREFIXES.get(digest);
        Optional<byte[]> hash = Digests.named(digest, content);
        return prefix == null || hash.isEmpty() ? Optional.empty() : padded(prefix, hash.get(), length);
    }

    private static Optional<byte[]> padded(byte[] prefix, byte[] hash, int length) {
        int padding = length - prefix.length - hash.length;
        if (padding < LEAST_PADDING) {
            return Optional.empty();
        }
        byte[] padded = new byte[length];
        Arrays.fill(padded, 0, padding - 1, (byte) 0xff);
        padded[0] = 0;
        padded[1] = 1;
        System.arraycopy(prefix, 0, padded, padding, prefix.length);
        System.arraycopy(hash, 0, padded, length - hash.length, hash.length);
        return Optional.of(padded);
    }
}
