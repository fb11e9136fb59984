package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A certificate revocation list (RFC 5280, section 5) and where it stands. */
public final class Crl implements PemContent {

    private static final Set<String> HANDLED_IF_CRITICAL = Set.of(
            Extensions.ISSUING_DISTRIBUTION_POINT, Extensions.AUTHORITY_KEY_IDENTIFIER, Extensions.DELTA_CRL_INDICATOR);

    private final Location place;
    private final CrlParts parts;
    private final Optional<AuthorityKeyIdentifier> authorityKeyIdentifier;
    private final Optional<BigInteger> number;
    private final Optional<DistributionPoints.Scope> scope;

    private Crl(Location place, CrlParts parts) {
        this.place = place;
        this.parts = parts;
        Extensions extensions = parts.extensions();
        authorityKeyIdentifier =
                extensions.decode(Extensions.AUTHORITY_KEY_IDENTIFIER, Extensions::authorityKeyIdentifier);
        number = extensions.decode(Extensions.CRL_NUMBER, Extensions::integer);
        scope = extensions.decode(Extensions.ISSUING_DISTRIBUTION_POINT, DistributionPoints::scope);
    }

    static Crl read(Location place, byte[] der) throws Der.Malformed {
        return new Crl(place, CrlParts.read(der));
    }

    @Override
    public Location place() {
        return place;
    }

    @Override
    public String label() {
        return "X509 CRL";
    }

    public DistinguishedName issuer() {
        return parts.issuer();
    }

    /** Returns when it was made; {@link Instant#MAX} if the field makes no sense. */
    public Instant thisUpdate() {
        return parts.thisUpdate().orElse(Instant.MAX);
    }

    /** Returns when it expires; nothing if it never does, {@link Instant#MIN} if the field makes no sense. */
    public Optional<Instant> nextUpdate() {
        return parts.nextUpdate().map(time -> time.orElse(Instant.MIN));
    }

    /** Returns the serial numbers of what is revoked, in the order of the list. */
    public Set<BigInteger> revokedSerials() {
        return parts.entries().keySet();
    }

    /** Tells whether it revokes a certificate, provided that the list is meant for it. */
    public boolean revokes(Certificate certificate) {
        CrlParts.Entry entry = parts.entries().get(certificate.serial());
        if (entry == null || entry.removed()) {
            return false;
        }
        return entry.issuers()
                .map(names -> names.contains(new GeneralName.Directory(certificate.issuer())))
                .orElseGet(() -> certificate.issuer().equals(issuer()));
    }

    public SignatureAlgorithm signatureAlgorithm() {
        return parts.signed().algorithm();
    }

    public Optional<AuthorityKeyIdentifier> authorityKeyIdentifier() {
        return authorityKeyIdentifier;
    }

    /** Returns the number of the list, which grows with each new one. */
    public Optional<BigInteger> number() {
        return number;
    }

    /** Tells whether it only lists changes to another list, which OpenSSL overlooks unless told to heed it. */
    public boolean isDelta() {
        return parts.extensions().has(Extensions.DELTA_CRL_INDICATOR);
    }

    /** Returns SHA-256 of the list as hexadecimal digits. */
    public String fingerprint() {
        return Digests.sha256(parts.signed().der());
    }

    boolean hasSoundThisUpdate() {
        return parts.thisUpdate().isPresent();
    }

    boolean hasSoundNextUpdate() {
        return parts.nextUpdate().map(Optional::isPresent).orElse(true);
    }

    Optional<DistributionPoints.Scope> scope() {
        return scope;
    }

    boolean hasUnknownCriticalExtension() {
        return parts.hasUnknownCriticalEntry()
                || parts.extensions().entries().stream()
                        .anyMatch(entry -> entry.critical() && !HANDLED_IF_CRITICAL.contains(entry.oid()));
    }

    CrlParts parts() {
        return parts;
    }

    @Override
    public String toString() {
        return "revocation list of " + issuer();
    }
}
