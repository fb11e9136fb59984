package io.github.pgmtls.lint.x509;

import java.util.List;

/** What verification of a certificate came to, and the path it took. */
public sealed interface PathResult {

    /** Returns the path from the certificate to the anchor, or as far as it could be built. */
    List<Certificate> path();

    /** Returns how many certificates at the start of the path were presented; the others are from the trust file. */
    int presented();

    /** Tells whether the certificate was accepted. */
    default boolean isVerified() {
        return this instanceof Verified;
    }

    /** The certificate was accepted. */
    record Verified(List<Certificate> path, int presented) implements PathResult {

        public Verified {
            path = List.copyOf(path);
        }

        /** Returns the certificate at which trust ends. */
        public Certificate anchor() {
            return path.get(path.size() - 1);
        }
    }

    /**
     * The certificate was refused.
     *
     * @param error OpenSSL's reason
     * @param depth the position in the path of the certificate to blame, 0 for the certificate itself
     * @param certificate the certificate to blame
     */
    record Refused(VerificationError error, int depth, Certificate certificate, List<Certificate> path, int presented)
            implements PathResult {

        public Refused {
            path = List.copyOf(path);
        }

        /** Returns the reason as {@code openssl verify} prints it. */
        public String display(OpenSslVersion version) {
            return "error " + error.number(version) + " at " + depth + " depth lookup: " + error.text(version);
        }
    }
}
