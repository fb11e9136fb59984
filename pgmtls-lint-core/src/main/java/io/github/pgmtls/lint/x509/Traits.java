package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How one version of OpenSSL classifies certificates: the flags that {@code x509v3_cache_extensions} sets and the small
 * questions asked of them.
 */
record Traits(OpenSslVersion version, Signatures signatures) {

    /** What {@code X509_check_ca} answers. */
    enum Authority {
        NONE,
        /** basicConstraints says CA:TRUE. */
        STATED,
        /** There is no basicConstraints, but it is a self-signed version 1 certificate, or keyUsage says keyCertSign. */
        TOLERATED,
        /** Only Netscape's certificate type says so. */
        NETSCAPE
    }

    private static final Set<NetscapeType> NETSCAPE_AUTHORITIES =
            Set.of(NetscapeType.SSL_CA, NetscapeType.EMAIL_CA, NetscapeType.OBJECT_CA);

    boolean isInvalid(Certificate certificate) {
        boolean undecodable = certificate.parts().extensions().isInvalid();
        Optional<BasicConstraints> constraints = certificate.basicConstraints();
        return switch (version) {
            case V1_1_1 -> false;
            case V1_1_1I ->
                undecodable
                        || certificate.isUnsoundProxy()
                        || constraints
                                .map(own -> !own.authority() && own.pathLength().orElse(0) != 0)
                                .orElse(false);
            case V3_0 -> certificate.hasInvalidExtension();
        };
    }

    boolean hasUsableKey(Certificate certificate) {
        return signatures.hasUsableKey(certificate);
    }

    /** Tells whether OpenSSL takes the certificate for self-signed, for which it does not verify any signature. */
    boolean isSelfSigned(Certificate certificate) {
        if (!certificate.isSelfIssued() || isInvalid(certificate) || !matchesAuthorityKey(certificate, certificate)) {
            return false;
        }
        return version == OpenSslVersion.V1_1_1
                ? mayUseKeyFor(certificate, usageToIssue(certificate))
                : hasUsableKey(certificate) && algorithmMatches(certificate, certificate);
    }

    /** Tells whether a certificate looks like the issuer of another; signatures are verified later. */
    boolean looksLikeIssuer(Certificate issuer, Certificate subject) {
        if (!issuer.subject().equals(subject.issuer())
                || isInvalid(issuer)
                || isInvalid(subject)
                || !matchesAuthorityKey(issuer, subject)) {
            return false;
        }
        return version == OpenSslVersion.V1_1_1
                ? mayUseKeyFor(issuer, usageToIssue(subject))
                : hasUsableKey(issuer) && algorithmMatches(issuer, subject);
    }

    /** Proxy certificates are issued by users, whose keys sign no other certificates. */
    private static KeyUsage usageToIssue(Certificate subject) {
        return subject.isProxy() ? KeyUsage.DIGITAL_SIGNATURE : KeyUsage.KEY_CERT_SIGN;
    }

    private static boolean algorithmMatches(Certificate issuer, Certificate subject) {
        return subject.parts()
                .signed()
                .innerAlgorithm()
                .isMadeWith(issuer.publicKey().algorithm());
    }

    private static boolean matchesAuthorityKey(Certificate issuer, Certificate subject) {
        return matches(issuer, subject.authorityKeyIdentifier());
    }

    /** OpenSSL's {@code X509_check_akid}. */
    static boolean matches(Certificate issuer, Optional<AuthorityKeyIdentifier> identifier) {
        if (identifier.isEmpty()) {
            return true;
        }
        AuthorityKeyIdentifier wanted = identifier.get();
        Optional<String> key = wanted.keyIdentifier();
        Optional<String> own = issuer.subjectKeyIdentifier();
        if (key.isPresent() && own.isPresent() && !key.equals(own)) {
            return false;
        }
        Optional<BigInteger> serial = wanted.serial();
        if (serial.isPresent() && !serial.get().equals(issuer.serial())) {
            return false;
        }
        for (GeneralName name : wanted.issuerNames()) {
            if (name instanceof GeneralName.Directory directory) {
                return directory.name().equals(issuer.issuer());
            }
        }
        return true;
    }

    static boolean mayUseKeyFor(Certificate certificate, KeyUsage usage) {
        return certificate.keyUsage().map(own -> own.contains(usage)).orElse(true);
    }

    Authority authority(Certificate certificate) {
        if (!mayUseKeyFor(certificate, KeyUsage.KEY_CERT_SIGN)) {
            return Authority.NONE;
        }
        Optional<BasicConstraints> constraints = certificate.basicConstraints();
        if (constraints.isPresent()) {
            return constraints.get().authority() ? Authority.STATED : Authority.NONE;
        }
        if ((certificate.version() == 1 && isSelfSigned(certificate))
                || certificate.keyUsage().isPresent()) {
            return Authority.TOLERATED;
        }
        boolean netscape = certificate
                .netscapeTypes()
                .map(own -> own.stream().anyMatch(NETSCAPE_AUTHORITIES::contains))
                .orElse(false);
        return netscape ? Authority.NETSCAPE : Authority.NONE;
    }

    /** Tells whether a CA certificate may issue certificates for a purpose. */
    boolean mayIssueFor(Certificate authority, Purpose purpose) {
        if (!purpose.isAllowedByExtendedKeyUsage(authority)) {
            return false;
        }
        return switch (authority(authority)) {
            case NONE -> false;
            case STATED, TOLERATED -> true;
            case NETSCAPE ->
                authority
                        .netscapeTypes()
                        .map(own -> own.contains(NetscapeType.SSL_CA))
                        .orElse(false);
        };
    }

    OptionalInt pathLength(Certificate certificate) {
        return certificate.basicConstraints().map(BasicConstraints::pathLength).orElse(OptionalInt.empty());
    }

    /** Tells whether a certificate is in its validity; OpenSSL takes the last second for expired. */
    static boolean isCurrent(Certificate certificate, Instant at) {
        return certificate.hasSoundValidity()
                && !certificate.notBefore().isAfter(at)
                && certificate.notAfter().isAfter(at);
    }
}
