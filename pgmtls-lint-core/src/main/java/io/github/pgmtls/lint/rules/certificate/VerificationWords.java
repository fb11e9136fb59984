package io.github.pgmtls.lint.rules.certificate;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.rules.ClusterContext;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.OpenSslVersion;
import io.github.pgmtls.lint.x509.PathResult;
import io.github.pgmtls.lint.x509.Purpose;
import java.util.Optional;

/** Why OpenSSL refuses a path, in words. */
final class VerificationWords {

    private VerificationWords() {}

    /** Returns the reason for people: OpenSSL's own words, and what they mean here. */
    static String of(PathResult.Refused refused, ClusterContext context) {
        OpenSslVersion version = context.cluster().definition().openSsl().version();
        String blamed = refused.depth() == 0
                ? ""
                : " (its issuer \"" + refused.certificate().subject() + "\", at depth " + refused.depth() + ")";
        return refused.error().text(version)
                + blamed
                + detail(refused, context).map(text -> "; " + text).orElse("");
    }

    private static Optional<String> detail(PathResult.Refused refused, ClusterContext context) {
        Certificate blamed = refused.certificate();
        return switch (refused.error()) {
            case UNABLE_TO_GET_ISSUER_CERT, UNABLE_TO_GET_ISSUER_CERT_LOCALLY, UNABLE_TO_VERIFY_LEAF_SIGNATURE ->
                Optional.of(missing(blamed, context));
            case INVALID_PURPOSE -> Optional.of(purpose(blamed));
            case EE_KEY_TOO_SMALL, CA_KEY_TOO_SMALL ->
                Optional.of("the key is " + blamed.publicKey().display());
            case CA_MD_TOO_WEAK ->
                Optional.of("it is signed with " + blamed.signatureAlgorithm().display());
            case UNHANDLED_CRITICAL_EXTENSION ->
                Optional.of("critical extension "
                        + String.join(
                                ", ",
                                blamed.unknownCriticalExtensions(
                                        context.cluster().definition().openSsl().version())));
            default -> Optional.empty();
        };
    }

    private static String missing(Certificate blamed, ClusterContext context) {
        boolean sameName = context.loaded().authorities().stream()
                .anyMatch(authority -> authority.subject().equals(blamed.issuer()));
        return sameName
                ? "ssl_ca_file holds a certificate named \"" + blamed.issuer() + "\", but with another key"
                : "\"" + blamed.issuer() + "\" is neither in ssl_ca_file nor sent along";
    }

    private static String purpose(Certificate blamed) {
        if (!Purpose.SSL_CLIENT.isAllowedByExtendedKeyUsage(blamed)) {
            boolean any = blamed.extendedKeyUsage()
                    .filter(own -> own.contains(Purpose.ANY_EXTENDED_KEY_USAGE))
                    .isPresent();
            return any
                    ? "its extendedKeyUsage is anyExtendedKeyUsage, which does not count as clientAuth"
                    : "its extendedKeyUsage lacks clientAuth";
        }
        return Purpose.SSL_CLIENT.isAllowedByNetscapeType(blamed)
                ? "its keyUsage has neither digitalSignature nor keyAgreement"
                : "its nsCertType lacks client";
    }

    /** Returns what the server logs; the reason was added in version 16. */
    static String serverSays(PathResult.Refused refused, PostgresVersion server, OpenSslVersion version) {
        return server.isAtLeast(16)
                ? "Client certificate verification failed at depth " + refused.depth() + ": "
                        + refused.error().text(version)
                : "could not accept SSL connection: certificate verify failed";
    }

    static Optional<String> hint(PathResult.Refused refused) {
        return switch (refused.error()) {
            case INVALID_PURPOSE ->
                Optional.of("Issue it with extendedKeyUsage clientAuth and keyUsage digitalSignature.");
            case EE_KEY_TOO_SMALL, CA_KEY_TOO_SMALL -> Optional.of("Use RSA of 3072 bits or more, or EC P-256.");
            case CA_MD_TOO_WEAK -> Optional.of("Sign it with SHA-256 or better.");
            default -> Optional.empty();
        };
    }
}
