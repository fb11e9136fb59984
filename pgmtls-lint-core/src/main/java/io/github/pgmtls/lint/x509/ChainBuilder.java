package io.github.pgmtls.lint.x509;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the path as OpenSSL's {@code build_chain} does with its default flags: issuers from the store are preferred,
 * once one is taken the sent ones are no longer looked at, and only a self-signed certificate from the store ends it.
 */
final class ChainBuilder {

    /** OpenSSL's default of {@code X509_VERIFY_PARAM_set_depth}, plus the one by which it goes too far. */
    private static final int LONGEST = 101;

    private final Traits traits;
    private final TrustStore store;
    private final Instant at;
    private final List<Certificate> chain;
    private final List<Certificate> sent;
    private int presented = 1;

    ChainBuilder(Traits traits, TrustStore store, Instant at, List<Certificate> chain, List<Certificate> sent) {
        this.traits = traits;
        this.store = store;
        this.at = at;
        this.chain = chain;
        this.sent = new ArrayList<>(sent);
    }

    /** Returns how many certificates at the start of the path are not from the store. */
    int presented() {
        return presented;
    }

    /** Extends the path until trust is reached, or tells why it cannot be. */
    Optional<VerificationError> build() {
        boolean lookAtSent = true;
        boolean lookAtStore = true;
        while (lookAtSent || lookAtStore) {
            if (lookAtStore) {
                Certificate current = last();
                Optional<Certificate> issuer = chain.size() > LONGEST ? Optional.empty() : trustedIssuer(current);
                if (issuer.isPresent()) {
                    if (traits.version() == OpenSslVersion.V3_0 && !traits.hasUsableKey(current)) {
                        return Optional.of(VerificationError.UNSPECIFIED);
                    }
                    if (extend(current, issuer.get())) {
                        lookAtSent = false;
                        if (isAnchor(last())) {
                            return Optional.empty();
                        }
                        if (!traits.isSelfSigned(last())) {
                            continue;
                        }
                    }
                }
                if (!lookAtSent) {
                    break;
                }
            }
            Certificate current = last();
            Optional<Certificate> issuer =
                    traits.isSelfSigned(current) || chain.size() > LONGEST ? Optional.empty() : sentIssuer(current);
            if (issuer.isEmpty()) {
                lookAtSent = false;
                lookAtStore = true;
                continue;
            }
            sent.remove(issuer.get());
            chain.add(issuer.get());
            presented++;
        }
        return Optional.of(missing());
    }

    private Certificate last() {
        return chain.get(chain.size() - 1);
    }

    /** Adds the issuer; a self-signed certificate is instead replaced by itself, if the store has the very same. */
    private boolean extend(Certificate current, Certificate issuer) {
        if (!traits.isSelfSigned(current)) {
            chain.add(issuer);
            return true;
        }
        if (!current.equals(issuer)) {
            return false;
        }
        presented = Math.min(presented, chain.size() - 1);
        chain.set(chain.size() - 1, issuer);
        return true;
    }

    private boolean isAnchor(Certificate certificate) {
        return traits.isSelfSigned(certificate);
    }

    private Optional<Certificate> trustedIssuer(Certificate subject) {
        List<Certificate> candidates = new ArrayList<>();
        for (Certificate candidate : store.withSubject(subject.issuer())) {
            if (isIssuer(candidate, subject)) {
                candidates.add(candidate);
            }
        }
        return preferred(candidates);
    }

    private Optional<Certificate> sentIssuer(Certificate subject) {
        boolean mayRepeat = traits.version() != OpenSslVersion.V1_1_1 && subject.isSelfIssued() && chain.size() == 1;
        List<Certificate> candidates = new ArrayList<>();
        for (Certificate candidate : sent) {
            if (isIssuer(candidate, subject) && (mayRepeat || !chain.contains(candidate))) {
                candidates.add(candidate);
            }
        }
        return preferred(candidates);
    }

    private boolean isIssuer(Certificate candidate, Certificate subject) {
        return traits.looksLikeIssuer(candidate, subject);
    }

    /** The first that is current; else the one that ends last in 3.0, and the last before. */
    private Optional<Certificate> preferred(List<Certificate> candidates) {
        Optional<Certificate> best = Optional.empty();
        for (Certificate candidate : candidates) {
            if (Traits.isCurrent(candidate, at)) {
                return Optional.of(candidate);
            }
            if (best.isEmpty()
                    || traits.version() != OpenSslVersion.V3_0
                    || candidate.notAfter().isAfter(best.get().notAfter())) {
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private VerificationError missing() {
        if (chain.size() > LONGEST) {
            return VerificationError.CERT_CHAIN_TOO_LONG;
        }
        if (traits.isSelfSigned(last())) {
            return chain.size() == 1
                    ? VerificationError.DEPTH_ZERO_SELF_SIGNED_CERT
                    : VerificationError.SELF_SIGNED_CERT_IN_CHAIN;
        }
        return presented < chain.size()
                ? VerificationError.UNABLE_TO_GET_ISSUER_CERT
                : VerificationError.UNABLE_TO_GET_ISSUER_CERT_LOCALLY;
    }
}
