package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A certificate revocation list (RFC 5280, section 5) and where it stands. */
public final class Crl implements PemContent {

    private final Location place;
    private final CrlParts parts;
    private final Optional<AuthorityKeyIdentifier> authorityKeyIdentifier;
    private final Optional<BigInteger> number;

    private Crl(Location place, CrlParts parts) {
        this.place = place;
        this.parts = parts;
        Extensions extensions = parts.extensions();
        authorityKeyIdentifier =
                extensions.decode(Extensions.AUTHORITY_KEY_IDENTIFIER, Extensions::authorityKeyIdentifier);
        number = extensions.decode(Extensions.CRL_NUMBER, Extensions::integer);
    }

    static Crl read(Location place, byte[] der) throws Der.Malformed {
        return new Crl(place, CrlParts.read(der));
    }

    @Override
    public Location place() {
        return place;
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

    /** Returns what is revoked: the date of revocation by serial number. */
    public Map<BigInteger, Instant> revoked() {
        return parts.revoked();
    }

    /** Tells whether it revokes a certificate of its issuer with this serial number. */
    public boolean revokes(BigInteger serial) {
        return parts.revoked().containsKey(serial);
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

    /** Tells whether it only lists changes to another list; OpenSSL passes over such a list unless told otherwise. */
    public boolean isDelta() {
        return parts.extensions().has(Extensions.DELTA_CRL_INDICATOR);
    }

    /** Returns SHA-256 of the list as hexadecimal digits. */
    public String fingerprint() {
        return Digests.sha256(parts.signed().der());
    }

    CrlParts parts() {
        return parts;
    }

    @Override
    public String toString() {
        return "revocation list of " + issuer();
    }
}
