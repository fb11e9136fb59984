package io.github.pgmtls.lint.testing.pki;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Time;

/** What a revocation list is to be like. Every method changes one thing and returns this. */
public final class CrlSpec {

    private final List<BigInteger> revoked = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private Optional<X500Name> issuer = Optional.empty();
    private Instant thisUpdate = Pki.now().minus(Duration.ofDays(1));
    private Optional<Instant> nextUpdate = Optional.of(Pki.now().plus(Duration.ofDays(29)));
    private String digest = "SHA256";
    private boolean authorityKeyIdentifier = true;
    private boolean brokenSignature;
    private long number = 1;

    CrlSpec() {}

    /** Revokes certificates, a minute before the list was made. */
    public CrlSpec revoke(Issued... certificates) {
        for (Issued certificate : certificates) {
            revoked.add(certificate.serial());
        }
        return this;
    }

    public CrlSpec revoke(BigInteger serial) {
        revoked.add(serial);
        return this;
    }

    public CrlSpec thisUpdate(Instant instant) {
        thisUpdate = instant;
        return this;
    }

    public CrlSpec nextUpdate(Instant instant) {
        nextUpdate = Optional.of(instant);
        return this;
    }

    public CrlSpec withoutNextUpdate() {
        nextUpdate = Optional.empty();
        return this;
    }

    /** Makes it a list that should have been replaced a day before {@link Pki#now()}. */
    public CrlSpec expired() {
        return thisUpdate(Pki.now().minus(Duration.ofDays(31)))
                .nextUpdate(Pki.now().minus(Duration.ofDays(1)));
    }

    public CrlSpec issuerName(String name) {
        issuer = Optional.of(Names.parse(name));
        return this;
    }

    public CrlSpec digest(String name) {
        digest = name;
        return this;
    }

    public CrlSpec number(long value) {
        number = value;
        return this;
    }

    public CrlSpec withoutAuthorityKeyIdentifier() {
        authorityKeyIdentifier = false;
        return this;
    }

    public CrlSpec brokenSignature() {
        brokenSignature = true;
        return this;
    }

    public CrlSpec extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        extensions.add(new Extension(type, critical, Issued.encode(value)));
        return this;
    }

    byte[] sign(Issued by) {
        String algorithm = by.keyKind().signatureAlgorithm(digest);
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(new ASN1Integer(1));
        parts.add(Keys.identifier(algorithm));
        parts.add(issuer.orElse(by.subject()));
        parts.add(new Time(Date.from(thisUpdate)));
        nextUpdate.ifPresent(instant -> parts.add(new Time(Date.from(instant))));
        if (!revoked.isEmpty()) {
            parts.add(new DERSequence(revoked.stream().map(this::entry).toArray(ASN1Encodable[]::new)));
        }
        parts.add(new DERTaggedObject(true, 0, extensions(by)));
        return Issued.signed(new DERSequence(parts), algorithm, by.keyPair(), brokenSignature);
    }

    private DERSequence entry(BigInteger serial) {
        return new DERSequence(
                new ASN1Encodable[] {new ASN1Integer(serial), new Time(Date.from(thisUpdate.minusSeconds(60)))});
    }

    private DERSequence extensions(Issued by) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        if (authorityKeyIdentifier) {
            AuthorityKeyIdentifier identifier = new AuthorityKeyIdentifier(Issued.keyIdentifier(by.keyPair()));
            parts.add(new Extension(Extension.authorityKeyIdentifier, false, Issued.encode(identifier)));
        }
        parts.add(new Extension(Extension.cRLNumber, false, Issued.encode(new ASN1Integer(number))));
        extensions.forEach(parts::add);
        return new DERSequence(parts);
    }
}
