package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.x509.BasicConstraints;
import io.github.pgmtls.lint.x509.Certificate;
import io.github.pgmtls.lint.x509.KeyUsage;
import io.github.pgmtls.lint.x509.PathResult;
import io.github.pgmtls.lint.x509.PathVerifier;
import io.github.pgmtls.lint.x509.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server makes of a certificate in {@code ssl_ca_file} as one that issues client certificates.
 *
 * @param authority the certificate
 * @param result what verification came to
 */
public record AuthorityPath(Certificate authority, PathResult result) {

    /** Returns why everything below it is refused, if it is. */
    public Optional<PathResult.Refused> refused() {
        return result instanceof PathResult.Refused refused ? Optional.of(refused) : Optional.empty();
    }

    /** Tells whether it is meant for issuing certificates: it says so, or is of a kind from which OpenSSL takes it. */
    public boolean isMeantToIssue() {
        return isMeantToIssue(authority);
    }

    /** Tells whether a certificate is meant for issuing others. */
    public static boolean isMeantToIssue(Certificate certificate) {
        return certificate
                .basicConstraints()
                .map(BasicConstraints::authority)
                .orElseGet(() -> (certificate.version() == 1 && certificate.isSelfIssued())
                        || certificate
                                .keyUsage()
                                .map(usage -> usage.contains(KeyUsage.KEY_CERT_SIGN))
                                .orElse(false));
    }

    /** Tells whether no other certificate of the file is below this one, so that clients must be. */
    public boolean isLowest(List<AuthorityPath> all) {
        return all.stream()
                .map(AuthorityPath::authority)
                .noneMatch(other -> other.issuer().equals(authority.subject()) && !other.isSelfIssued());
    }

    static List<AuthorityPath> all(List<Certificate> authorities, PathVerifier verifier, Instant now) {
        return authorities.stream()
                .distinct()
                .map(own -> new AuthorityPath(own, verifier.verifyAuthority(own, Purpose.SSL_CLIENT, now)))
                .toList();
    }
}
