package io.github.pgmtls.lint.x509;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Verifies certificates as OpenSSL's {@code X509_verify_cert} does for TLS: with the store of one server or client, at
 * one moment. It may be used from several threads.
 */
public final class PathVerifier {

    private final OpenSslProfile profile;
    private final TrustStore store;
    private final Signatures signatures;

    /** Makes a verifier that remembers which signatures it has found good. */
    public PathVerifier(OpenSslProfile profile, TrustStore store) {
        this(profile, store, new Signatures());
    }

    /** Makes a verifier that shares what is known about signatures with others. */
    public PathVerifier(OpenSslProfile profile, TrustStore store, Signatures signatures) {
        this.profile = profile;
        this.store = store;
        this.signatures = signatures;
    }

    /** Returns the OpenSSL that is emulated. */
    public OpenSslProfile profile() {
        return profile;
    }

    /** Returns what is trusted. */
    public TrustStore store() {
        return store;
    }

    /**
     * Verifies a certificate that the other side presents.
     *
     * @param certificate the certificate at the end of the path, depth 0
     * @param sent what the other side sends along, in its order
     * @param at the moment of verification
     */
    public PathResult verify(Certificate certificate, List<Certificate> sent, Purpose purpose, Instant at) {
        return verification(purpose, at, 0).run(certificate, sent);
    }

    /**
     * Verifies a trusted certificate as one that issues others: what is refused here is refused for every certificate
     * below it.
     */
    public PathResult verifyAuthority(Certificate authority, Purpose purpose, Instant at) {
        return verification(purpose, at, 1).run(authority, List.of());
    }

    private Verification verification(Purpose purpose, Instant at, int firstDepth) {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        return new Verification(profile, store, signatures, purpose, second, firstDepth);
    }
}
