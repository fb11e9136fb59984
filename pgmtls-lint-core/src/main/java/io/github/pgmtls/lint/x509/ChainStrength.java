package io.github.pgmtls.lint.x509;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** OpenSSL's {@code ssl_security_cert} for certificates that are one's own. */
final class ChainStrength {

    private final OpenSslProfile profile;
    private final SecurityLevel level;
    private final Traits traits;

    ChainStrength(OpenSslProfile profile, Signatures signatures) {
        this.profile = profile;
        this.level = new SecurityLevel(profile);
        this.traits = new Traits(profile.version(), signatures);
    }

    /** Returns what is weak about a certificate, the first of a file or one behind it. */
    Optional<WeakCertificate> weakness(Certificate certificate, boolean first) {
        if (profile.securityLevel() == 0) {
            return Optional.empty();
        }
        if (!traits.hasUsableKey(certificate) || !level.accepts(certificate.publicKey())) {
            String key = certificate.publicKey().display();
            return Optional.of(new WeakCertificate(
                    certificate, "the key (" + key + ") is too weak", first ? "ee key too small" : "ca key too small"));
        }
        if (!traits.isSelfSigned(certificate) && !level.accepts(certificate.signatureAlgorithm())) {
            String algorithm = certificate.signatureAlgorithm().display();
            return Optional.of(new WeakCertificate(
                    certificate, "the signature (" + algorithm + ") is too weak", "ca md too weak"));
        }
        return Optional.empty();
    }

    /** Completes a chain as {@code ssl_add_cert_chain} does, and returns the first weakness in it. */
    Optional<WeakCertificate> weaknessWhenSent(List<Certificate> chain, TrustStore store, Instant at) {
        List<Certificate> all = new ArrayList<>(chain);
        if (all.size() == 1) {
            // whether trust is reached does not matter, only what was found on the way
            new ChainBuilder(traits, store, at, all, List.of()).build();
        }
        for (int i = 0; i < all.size(); i++) {
            Optional<WeakCertificate> weak = weakness(all.get(i), i == 0);
            if (weak.isPresent()) {
                return weak;
            }
        }
        return Optional.empty();
    }
}
