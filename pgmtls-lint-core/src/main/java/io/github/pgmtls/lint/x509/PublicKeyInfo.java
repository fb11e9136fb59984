package io.github.pgmtls.lint.x509;

import java.util.Optional;

/**
 * A public key.
 *
 * @param algorithm the kind of key
 * @param bits the size by which strength is judged: the modulus of RSA and DSA, the order of a curve; 0 if unknown
 * @param curve the curve of an EC key by its usual name ({@code P-256}) or, if it has none, its dotted number
 * @param fingerprint SHA-256 of the DER encoding (SubjectPublicKeyInfo) as hexadecimal digits
 */
public record PublicKeyInfo(Algorithm algorithm, int bits, Optional<String> curve, String fingerprint) {

    /** The kinds of public key. */
    public enum Algorithm {
        RSA("RSA"),
        RSA_PSS("RSA-PSS"),
        DSA("DSA"),
        EC("EC"),
        ED25519("Ed25519"),
        ED448("Ed448"),
        OTHER("unknown");

        private final String word;

        Algorithm(String word) {
            this.word = word;
        }

        /** Returns the usual name. */
        public String word() {
            return word;
        }
    }

    /** Returns the key as people write it, such as {@code RSA 2048} or {@code EC P-256}. */
    public String display() {
        return switch (algorithm) {
            case EC -> "EC " + curve.orElse("with explicit parameters");
            case RSA, RSA_PSS, DSA -> algorithm.word() + " " + bits;
            case ED25519, ED448, OTHER -> algorithm.word();
        };
    }
}
