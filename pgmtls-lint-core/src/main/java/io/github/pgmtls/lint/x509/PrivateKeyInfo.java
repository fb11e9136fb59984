package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.util.Optional;

/**
 * What may be known of a private key without its being told: its form, and the public key that belongs to it. The
 * private part itself is not kept.
 *
 * @param place where it is
 * @param form how it is written
 * @param algorithm the kind of key, if it is not encrypted
 * @param publicKey the public key that belongs to it, if it is not encrypted and of a kind that is understood
 * @param cipher the name or dotted number of the cipher, if it is encrypted
 */
public record PrivateKeyInfo(
        Location place,
        Form form,
        PublicKeyInfo.Algorithm algorithm,
        Optional<PublicKeyInfo> publicKey,
        Optional<String> cipher)
        implements PemContent {

    /** How a private key is written. */
    public enum Form {
        /** {@code RSA PRIVATE KEY} (RFC 8017, appendix A.1.2). */
        PKCS1("PKCS#1"),
        /** {@code EC PRIVATE KEY} (RFC 5915). */
        SEC1("SEC 1"),
        /** {@code DSA PRIVATE KEY}, OpenSSL's own form. */
        DSA("traditional DSA"),
        /** {@code PRIVATE KEY} (RFC 5958). */
        PKCS8("PKCS#8"),
        /** {@code ENCRYPTED PRIVATE KEY} (RFC 5958, section 3). */
        ENCRYPTED_PKCS8("encrypted PKCS#8"),
        /** A traditional form encrypted in the PEM layer (RFC 1421): {@code Proc-Type: 4,ENCRYPTED}. */
        ENCRYPTED_TRADITIONAL("encrypted in the PEM layer");

        private final String words;

        Form(String words) {
            this.words = words;
        }

        /** Returns the usual name. */
        public String words() {
            return words;
        }
    }

    @Override
    public String label() {
        return switch (form) {
            case PKCS8 -> "PRIVATE KEY";
            case ENCRYPTED_PKCS8 -> "ENCRYPTED PRIVATE KEY";
            case PKCS1 -> "RSA PRIVATE KEY";
            case SEC1 -> "EC PRIVATE KEY";
            case DSA -> "DSA PRIVATE KEY";
            case ENCRYPTED_TRADITIONAL -> "PRIVATE KEY";
        };
    }

    /** Tells whether a passphrase is needed to read it. */
    public boolean isEncrypted() {
        return form == Form.ENCRYPTED_PKCS8 || form == Form.ENCRYPTED_TRADITIONAL;
    }

    /** Tells whether it belongs to a public key; nothing if that cannot be told without a passphrase. */
    public Optional<Boolean> belongsTo(PublicKeyInfo key) {
        return publicKey.map(own -> own.fingerprint().equals(key.fingerprint()));
    }

    @Override
    public String toString() {
        return form.words() + " private key at " + place;
    }
}
