package io.github.pgmtls.lint.x509;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks signatures, each pair of key and signed content once. To be shared by everything that looks at the same files;
 * it may be used from several threads.
 */
public final class Signatures {

    private final Map<String, Optional<VerificationKey>> keys = new ConcurrentHashMap<>();
    private final Map<String, Boolean> outcomes = new ConcurrentHashMap<>();

    /** Tells whether a certificate is signed with the key of another. */
    public boolean isSignedBy(Certificate certificate, Certificate issuer) {
        Signed signed = certificate.parts().signed();
        return signed.namesOneAlgorithm() && isSignedBy(certificate.fingerprint(), signed, issuer);
    }

    /** Tells whether a revocation list is signed with the key of a certificate. */
    public boolean isSignedBy(Crl list, Certificate issuer) {
        return isSignedBy(list.fingerprint(), list.parts().signed(), issuer);
    }

    /** Tells whether the public key of a certificate is one that can be used. */
    boolean hasUsableKey(Certificate certificate) {
        return key(certificate).isPresent();
    }

    private boolean isSignedBy(String fingerprint, Signed signed, Certificate issuer) {
        String pair = issuer.publicKey().fingerprint() + fingerprint;
        Boolean known = outcomes.get(pair);
        if (known == null) {
            // Not within the map, whose other users would wait: better to check one twice.
            Optional<VerificationKey> key = key(issuer);
            known = key.isPresent()
                    && VerificationKey.verifies(signed, issuer.publicKey().algorithm(), key.get());
            outcomes.put(pair, known);
        }
        return known;
    }

    private Optional<VerificationKey> key(Certificate certificate) {
        return keys.computeIfAbsent(
                certificate.publicKey().fingerprint(),
                fingerprint -> VerificationKey.read(certificate.parts().key()));
    }
}
