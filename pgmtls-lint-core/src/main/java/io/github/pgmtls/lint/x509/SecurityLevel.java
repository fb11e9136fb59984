package io.github.pgmtls.lint.x509;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** OpenSSL's security levels: how many bits of strength keys and digests must have. */
final class SecurityLevel {

    /** Bits of strength that levels 1 to 5 want. */
    private static final int[] WANTED = {80, 112, 128, 192, 256};

    /** Sizes of RSA modulus from which these strengths are reached: by a table up to 1.1.1, by a formula in 3.0. */
    private static final int[] OLD_MODULUS = {1024, 2048, 3072, 7680, 15360};

    private static final int[] MODULUS = {920, 1963, 2671, 6947, 13914};
    private static final int[] CURVE = {160, 224, 256, 384, 512};
    private static final int ED25519_STRENGTH = 128;
    private static final int ED448_STRENGTH = 224;

    private static final Map<String, Integer> DIGEST_BITS = Map.ofEntries(
            Map.entry("MD2", 128),
            Map.entry("MD4", 128),
            Map.entry("MD5", 128),
            Map.entry("SHA1", 160),
            Map.entry("SHA224", 224),
            Map.entry("SHA256", 256),
            Map.entry("SHA384", 384),
            Map.entry("SHA512", 512),
            Map.entry("SHA512-224", 224),
            Map.entry("SHA512-256", 256),
            Map.entry("SHA3-224", 224),
            Map.entry("SHA3-256", 256),
            Map.entry("SHA3-384", 384),
            Map.entry("SHA3-512", 512));

    private final OpenSslProfile profile;

    SecurityLevel(OpenSslProfile profile) {
        this.profile = profile;
    }

    /** Tells whether a key is strong enough, provided that it can be used at all. */
    boolean accepts(PublicKeyInfo key) {
        int level = profile.securityLevel();
        return level == 0 || strength(key) >= WANTED[level - 1];
    }

    /** Tells whether a signature's digest is strong enough. */
    boolean accepts(SignatureAlgorithm algorithm) {
        int level = profile.securityLevel();
        return level == 0 || strength(algorithm) >= WANTED[level - 1];
    }

    /**
     * Tells whether TLS can agree on keys over one of these groups. Up to 1.1.1g a suite of TLS 1.3 has no forward secrecy,
     * which level 3 wants, so that every client that speaks TLS 1.3 is turned away.
     */
    boolean acceptsAnyGroup(List<String> groups) {
        int level = profile.securityLevel();
        if (level == 0) {
            return true;
        }
        return (level < 3 || profile.version() != OpenSslVersion.V1_1_1)
                && groups.stream().anyMatch(group -> groupStrength(group) >= WANTED[level - 1]);
    }

    /** An unknown group may be a strong one. */
    private static int groupStrength(String group) {
        return switch (group.toLowerCase(Locale.ROOT)) {
            case "prime256v1", "p-256", "secp256r1", "secp256k1", "brainpoolp256r1", "x25519" -> 128;
            case "secp384r1", "p-384", "brainpoolp384r1" -> 192;
            case "secp224r1", "p-224" -> 112;
            case "x448" -> ED448_STRENGTH;
            default -> Integer.MAX_VALUE;
        };
    }

    private int strength(PublicKeyInfo key) {
        int[] modulus = profile.version() == OpenSslVersion.V3_0 ? MODULUS : OLD_MODULUS;
        return switch (key.algorithm()) {
            case RSA, RSA_PSS -> reached(modulus, key.bits());
            case DSA -> reached(OLD_MODULUS, key.bits());
            case EC -> reached(CURVE, key.bits());
            case ED25519 -> ED25519_STRENGTH;
            case ED448 -> ED448_STRENGTH;
            case OTHER -> 0;
        };
    }

    private static int reached(int[] sizes, int bits) {
        int strength = 0;
        for (int i = 0; i < sizes.length && bits >= sizes[i]; i++) {
            strength = WANTED[i];
        }
        return strength;
    }

    private int strength(SignatureAlgorithm algorithm) {
        if (algorithm.digest().isEmpty()) {
            Optional<PublicKeyInfo.Algorithm> key = algorithm.key();
            return key.map(kind -> switch (kind) {
                        case ED25519 -> ED25519_STRENGTH;
                        case ED448 -> ED448_STRENGTH;
                        default -> 0;
                    })
                    .orElse(0);
        }
        String digest = algorithm.digest().get();
        boolean broken = digest.equals("SHA1") || digest.startsWith("MD");
        if (broken && profile.version() == OpenSslVersion.V3_0) {
            return 0;
        }
        return DIGEST_BITS.getOrDefault(digest, 0) / 2;
    }
}
