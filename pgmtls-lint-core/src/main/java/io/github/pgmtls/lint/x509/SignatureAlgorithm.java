package io.github.pgmtls.lint.x509;

import java.util.Map;
import java.util.Optional;

/**
 * How something is signed.
 *
 * @param oid the algorithm's dotted number
 * @param digest the digest as OpenSSL names it ({@code SHA256}); none where the algorithm fixes it, as in Ed25519, or
 *     where it is unknown
 * @param key the kind of key, if the algorithm is known
 */
public record SignatureAlgorithm(String oid, Optional<String> digest, Optional<PublicKeyInfo.Algorithm> key) {

    private static final Map<String, SignatureAlgorithm> KNOWN = known();
    static final String RSA = "1.2.840.113549.1.1.1";
    static final String RSA_PSS = "1.2.840.113549.1.1.10";

    static SignatureAlgorithm of(String oid) {
        SignatureAlgorithm known = KNOWN.get(oid);
        return known != null ? known : new SignatureAlgorithm(oid, Optional.empty(), Optional.empty());
    }

    static SignatureAlgorithm pss(Optional<String> digest) {
        return new SignatureAlgorithm(RSA_PSS, digest, Optional.of(PublicKeyInfo.Algorithm.RSA_PSS));
    }

    /** Tells whether a key of a kind makes such signatures (OpenSSL's {@code check_sig_alg_match}). */
    boolean isMadeWith(PublicKeyInfo.Algorithm kind) {
        boolean same = key.map(own -> own == kind).orElse(false);
        return same || (oid.equals(RSA_PSS) && kind == PublicKeyInfo.Algorithm.RSA);
    }

    /** Returns the algorithm as people write it, such as {@code SHA256 with RSA}. */
    public String display() {
        return key.map(kind -> digest.map(name -> name + " with " + kind.word()).orElse(kind.word()))
                .orElse(oid);
    }

    private static Map<String, SignatureAlgorithm> known() {
        return Map.ofEntries(
                entry("1.2.840.113549.1.1.2", "MD2", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.3", "MD4", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.4", "MD5", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.5", "SHA1", PublicKeyInfo.Algorithm.RSA),
                entry("1.3.14.3.2.29", "SHA1", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.14", "SHA224", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.11", "SHA256", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.12", "SHA384", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.13", "SHA512", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.15", "SHA512-224", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.113549.1.1.16", "SHA512-256", PublicKeyInfo.Algorithm.RSA),
                entry("2.16.840.1.101.3.4.3.13", "SHA3-224", PublicKeyInfo.Algorithm.RSA),
                entry("2.16.840.1.101.3.4.3.14", "SHA3-256", PublicKeyInfo.Algorithm.RSA),
                entry("2.16.840.1.101.3.4.3.15", "SHA3-384", PublicKeyInfo.Algorithm.RSA),
                entry("2.16.840.1.101.3.4.3.16", "SHA3-512", PublicKeyInfo.Algorithm.RSA),
                entry("1.2.840.10045.4.1", "SHA1", PublicKeyInfo.Algorithm.EC),
                entry("1.2.840.10045.4.3.1", "SHA224", PublicKeyInfo.Algorithm.EC),
                entry("1.2.840.10045.4.3.2", "SHA256", PublicKeyInfo.Algorithm.EC),
                entry("1.2.840.10045.4.3.3", "SHA384", PublicKeyInfo.Algorithm.EC),
                entry("1.2.840.10045.4.3.4", "SHA512", PublicKeyInfo.Algorithm.EC),
                entry("2.16.840.1.101.3.4.3.10", "SHA3-256", PublicKeyInfo.Algorithm.EC),
                entry("1.2.840.10040.4.3", "SHA1", PublicKeyInfo.Algorithm.DSA),
                entry("2.16.840.1.101.3.4.3.1", "SHA224", PublicKeyInfo.Algorithm.DSA),
                entry("2.16.840.1.101.3.4.3.2", "SHA256", PublicKeyInfo.Algorithm.DSA),
                Map.entry("1.3.101.112", fixed("1.3.101.112", PublicKeyInfo.Algorithm.ED25519)),
                Map.entry("1.3.101.113", fixed("1.3.101.113", PublicKeyInfo.Algorithm.ED448)));
    }

    private static Map.Entry<String, SignatureAlgorithm> entry(String oid, String digest, PublicKeyInfo.Algorithm key) {
        return Map.entry(oid, new SignatureAlgorithm(oid, Optional.of(digest), Optional.of(key)));
    }

    private static SignatureAlgorithm fixed(String oid, PublicKeyInfo.Algorithm key) {
        return new SignatureAlgorithm(oid, Optional.empty(), Optional.of(key));
    }
}
