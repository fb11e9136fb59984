package io.github.pgmtls.lint.x509;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One run of {@link PathVerifier}; its checks stand in OpenSSL's order, the first that fails decides. */
final class Verification {

    private final OpenSslProfile profile;
    private final TrustStore store;
    private final Traits traits;
    private final Signatures signatures;
    private final SecurityLevel level;
    private final Purpose purpose;
    private final Instant at;
    private final int firstDepth;
    private final List<Certificate> chain = new ArrayList<>();
    private int presented = 1;

    /** Prepares to verify a certificate at the end of a path (depth 0), or an authority above one (depth 1). */
    Verification(
            OpenSslProfile profile,
            TrustStore store,
            Signatures signatures,
            Purpose purpose,
            Instant at,
            int firstDepth) {
        this.profile = profile;
        this.store = store;
        this.signatures = signatures;
        this.traits = new Traits(profile.version(), signatures);
        this.level = new SecurityLevel(profile);
        this.purpose = purpose;
        this.at = at;
        this.firstDepth = firstDepth;
    }

    PathResult run(Certificate certificate, List<Certificate> sent) {
        chain.add(certificate);
        List<Supplier<Optional<PathResult>>> checks = List.of(
                this::checkLeafKey,
                () -> buildChain(sent),
                this::checkExtensions,
                this::checkStrength,
                this::checkKeys,
                this::checkRevocation,
                this::checkSignaturesAndTimes,
                this::checkNames);
        for (Supplier<Optional<PathResult>> check : checks) {
            Optional<PathResult> refused = check.get();
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return new PathResult.Verified(chain, presented);
    }

    private Optional<PathResult> refuse(VerificationError error, int depth) {
        return Optional.of(new PathResult.Refused(error, depth, chain.get(depth), chain, presented));
    }

    private int top() {
        return chain.size() - 1;
    }

    private boolean isStrong(Certificate certificate) {
        return profile.securityLevel() == 0
                || (traits.hasUsableKey(certificate) && level.accepts(certificate.publicKey()));
    }

    private Optional<PathResult> checkLeafKey() {
        return firstDepth > 0 || isStrong(chain.get(0))
                ? Optional.empty()
                : refuse(VerificationError.EE_KEY_TOO_SMALL, 0);
    }

    private Optional<PathResult> buildChain(List<Certificate> sent) {
        ChainBuilder builder = new ChainBuilder(traits, store, at, chain, sent);
        Optional<VerificationError> error = builder.build();
        presented = builder.presented();
        return error.flatMap(reason -> refuse(reason, top()));
    }

    private Optional<PathResult> checkExtensions() {
        int length = 0;
        for (int depth = 0; depth <= top(); depth++) {
            Optional<VerificationError> error = extensionError(chain.get(depth), depth + firstDepth, length);
            if (error.isPresent()) {
                return refuse(error.get(), depth);
            }
            boolean counts = depth + firstDepth > 0 || profile.version() == OpenSslVersion.V1_1_1;
            if (counts && !chain.get(depth).isSelfIssued()) {
                length++;
            }
        }
        return Optional.empty();
    }

    private Optional<VerificationError> extensionError(Certificate certificate, int depth, int length) {
        if (!unknownCriticalExtensions(certificate).isEmpty()) {
            return Optional.of(VerificationError.UNHANDLED_CRITICAL_EXTENSION);
        }
        if (certificate.isProxy()) {
            return Optional.of(VerificationError.PROXY_CERTIFICATES_NOT_ALLOWED);
        }
        if (depth > 0) {
            int top = top() + firstDepth;
            Traits.Authority authority = traits.authority(certificate);
            if (authority == Traits.Authority.NONE || (depth < top && authority != Traits.Authority.STATED)) {
                return Optional.of(VerificationError.INVALID_CA);
            }
        }
        if (profile.version() == OpenSslVersion.V3_0 && top() > 0 && hasExplicitCurve(certificate)) {
            return Optional.of(VerificationError.EC_KEY_EXPLICIT_PARAMS);
        }
        boolean suitable =
                depth == 0 ? purpose.isAllowedForLeaf(certificate) : traits.mayIssueFor(certificate, purpose);
        if (!suitable && !traits.isInvalid(certificate)) {
            return Optional.of(VerificationError.INVALID_PURPOSE);
        }
        return exceedsPathLength(certificate, depth, length)
                ? Optional.of(VerificationError.PATH_LENGTH_EXCEEDED)
                : Optional.empty();
    }

    private List<String> unknownCriticalExtensions(Certificate certificate) {
        return certificate.unknownCriticalExtensions(profile.version());
    }

    private static boolean hasExplicitCurve(Certificate certificate) {
        PublicKeyInfo key = certificate.publicKey();
        return key.algorithm() == PublicKeyInfo.Algorithm.EC && key.curve().isEmpty();
    }

    /** Up to 1.1.1g the leaf is counted and deducted again, and a self-issued CA's own limit is not obeyed. */
    private boolean exceedsPathLength(Certificate certificate, int depth, int length) {
        if (depth < 2 || traits.pathLength(certificate).isEmpty()) {
            return false;
        }
        int limit = traits.pathLength(certificate).getAsInt();
        if (profile.version() == OpenSslVersion.V1_1_1) {
            return !certificate.isSelfIssued() && length - 1 > limit;
        }
        return length > limit;
    }

    private Optional<PathResult> checkStrength() {
        if (profile.securityLevel() == 0) {
            return Optional.empty();
        }
        for (int depth = 0; depth <= top(); depth++) {
            Certificate certificate = chain.get(depth);
            if (depth + firstDepth > 0 && !isStrong(certificate)) {
                return refuse(VerificationError.CA_KEY_TOO_SMALL, depth);
            }
            if (depth < top() && !level.accepts(certificate.signatureAlgorithm())) {
                return refuse(VerificationError.CA_MD_TOO_WEAK, depth);
            }
        }
        return Optional.empty();
    }

    private Optional<PathResult> checkKeys() {
        if (profile.version() == OpenSslVersion.V3_0) {
            for (int depth = 0; depth <= top(); depth++) {
                if (!traits.hasUsableKey(chain.get(depth))) {
                    return refuse(VerificationError.UNSPECIFIED, depth);
                }
            }
        }
        return Optional.empty();
    }

    private Optional<PathResult> checkRevocation() {
        if (!store.checksRevocation()) {
            return Optional.empty();
        }
        RevocationCheck revocation = new RevocationCheck(store, signatures, chain, at);
        for (int depth = 0; depth <= top(); depth++) {
            Optional<VerificationError> error = revocation.check(depth);
            if (error.isPresent()) {
                return refuse(error.get(), depth);
            }
        }
        return Optional.empty();
    }

    /** From the anchor down; the anchor's own signature proves nothing and is not looked at. */
    private Optional<PathResult> checkSignaturesAndTimes() {
        for (int depth = top(); depth >= 0; depth--) {
            Certificate certificate = chain.get(depth);
            if (depth < top()) {
                Certificate issuer = chain.get(depth + 1);
                boolean checksUsage = profile.version() != OpenSslVersion.V1_1_1;
                if (checksUsage && !Traits.mayUseKeyFor(issuer, KeyUsage.KEY_CERT_SIGN)) {
                    return refuse(VerificationError.KEYUSAGE_NO_CERTSIGN, depth + 1);
                }
                if (!traits.hasUsableKey(issuer)) {
                    return refuse(VerificationError.UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY, depth + 1);
                }
                if (!signatures.isSignedBy(certificate, issuer)) {
                    return refuse(VerificationError.CERT_SIGNATURE_FAILURE, depth);
                }
            }
            Optional<VerificationError> error = timeError(certificate);
            if (error.isPresent()) {
                return refuse(error.get(), depth);
            }
        }
        return Optional.empty();
    }

    private Optional<VerificationError> timeError(Certificate certificate) {
        CertificateParts parts = certificate.parts();
        if (parts.notBefore().isEmpty()) {
            return Optional.of(VerificationError.ERROR_IN_CERT_NOT_BEFORE_FIELD);
        }
        if (certificate.notBefore().isAfter(at)) {
            return Optional.of(VerificationError.CERT_NOT_YET_VALID);
        }
        if (parts.notAfter().isEmpty()) {
            return Optional.of(VerificationError.ERROR_IN_CERT_NOT_AFTER_FIELD);
        }
        return certificate.notAfter().isAfter(at) ? Optional.empty() : Optional.of(VerificationError.CERT_HAS_EXPIRED);
    }

    private Optional<PathResult> checkNames() {
        NameCheck names = new NameCheck(profile.version());
        for (int depth = top(); depth >= 0; depth--) {
            Certificate certificate = chain.get(depth);
            if (depth + firstDepth > 0 && certificate.isSelfIssued()) {
                continue;
            }
            for (int above = top(); above > depth; above--) {
                Optional<NameConstraints> constraints = chain.get(above).nameConstraints();
                if (constraints.isPresent()) {
                    Optional<VerificationError> error =
                            names.check(certificate, constraints.get(), depth + firstDepth == 0);
                    if (error.isPresent()) {
                        return refuse(error.get(), depth);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
