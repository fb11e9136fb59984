package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.finding.Location;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An X.509 certificate (RFC 5280) and where it stands. Two certificates are equal if their bytes are. */
public final class Certificate implements PemContent {

    private static final Set<String> HANDLED_IF_CRITICAL = Set.of(
            Extensions.NETSCAPE_CERT_TYPE,
            Extensions.KEY_USAGE,
            Extensions.SUBJECT_ALTERNATIVE_NAME,
            Extensions.BASIC_CONSTRAINTS,
            Extensions.NAME_CONSTRAINTS,
            Extensions.CRL_DISTRIBUTION_POINTS,
            Extensions.EXTENDED_KEY_USAGE,
            "2.5.29.32", // certificatePolicies
            "2.5.29.33", // policyMappings
            "2.5.29.36", // policyConstraints
            "2.5.29.54", // inhibitAnyPolicy
            "1.3.6.1.5.5.7.1.7", // sbgp-ipAddrBlock
            "1.3.6.1.5.5.7.1.8", // sbgp-autonomousSysNum
            Extensions.PROXY_CERTIFICATE);

    private static final String OCSP_NO_CHECK = "1.3.6.1.5.5.7.48.1.5";

    private final Location place;
    private final String label;
    private final CertificateParts parts;
    private final Optional<BasicConstraints> basicConstraints;
    private final Optional<Set<KeyUsage>> keyUsage;
    private final Optional<List<String>> extendedKeyUsage;
    private final Optional<Set<NetscapeType>> netscapeTypes;
    private final Optional<String> subjectKeyIdentifier;
    private final Optional<AuthorityKeyIdentifier> authorityKeyIdentifier;
    private final List<GeneralName> alternativeNames;
    private final Optional<NameConstraints> nameConstraints;
    private final List<DistributionPoints.Point> distributionPoints;
    private final boolean proxy;
    private volatile @Nullable String fingerprint;

    private Certificate(Location place, String label, CertificateParts parts) {
        this.place = place;
        this.label = label;
        this.parts = parts;
        Extensions extensions = parts.extensions();
        basicConstraints = extensions.decode(Extensions.BASIC_CONSTRAINTS, Extensions::basicConstraints);
        keyUsage = extensions.decode(Extensions.KEY_USAGE, Extensions::keyUsage);
        extendedKeyUsage = extensions.decode(Extensions.EXTENDED_KEY_USAGE, Extensions::extendedKeyUsage);
        netscapeTypes = extensions.decode(Extensions.NETSCAPE_CERT_TYPE, Extensions::netscapeTypes);
        subjectKeyIdentifier = extensions.decode(Extensions.SUBJECT_KEY_IDENTIFIER, Extensions::keyIdentifier);
        authorityKeyIdentifier =
                extensions.decode(Extensions.AUTHORITY_KEY_IDENTIFIER, Extensions::authorityKeyIdentifier);
        alternativeNames = extensions
                .decode(Extensions.SUBJECT_ALTERNATIVE_NAME, GeneralNameReader::names)
                .orElse(List.of());
        nameConstraints = extensions.decode(Extensions.NAME_CONSTRAINTS, GeneralNameReader::constraints);
        distributionPoints = extensions
                .decode(Extensions.CRL_DISTRIBUTION_POINTS, DistributionPoints::points)
                .orElse(List.of());
        proxy = extensions
                .decode(Extensions.PROXY_CERTIFICATE, Extensions::proxy)
                .isPresent();
    }

    static Certificate read(Location place, String label, byte[] der) throws Der.Malformed {
        return new Certificate(place, label, CertificateParts.read(der));
    }

    @Override
    public Location place() {
        return place;
    }

    @Override
    public String label() {
        return label;
    }

    public DistinguishedName subject() {
        return parts.subject();
    }

    public DistinguishedName issuer() {
        return parts.issuer();
    }

    public BigInteger serial() {
        return parts.serial();
    }

    /** Returns the X.509 version as people count it: 1 to 3 for all that RFC 5280 knows. */
    public int version() {
        return parts.version();
    }

    /** Returns the first moment of validity; {@link Instant#MAX}, never, if the field makes no sense. */
    public Instant notBefore() {
        return parts.notBefore().orElse(Instant.MAX);
    }

    /** Returns the last moment of validity; {@link Instant#MIN}, never, if the field makes no sense. */
    public Instant notAfter() {
        return parts.notAfter().orElse(Instant.MIN);
    }

    /** Returns the time from the start to the end of validity; negative if they are the wrong way round. */
    public Duration lifetime() {
        return hasSoundValidity() ? Duration.between(notBefore(), notAfter()) : Duration.ofSeconds(-1);
    }

    /** Tells whether both ends of the validity are times that OpenSSL understands. */
    public boolean hasSoundValidity() {
        return parts.notBefore().isPresent() && parts.notAfter().isPresent();
    }

    public PublicKeyInfo publicKey() {
        return parts.publicKey();
    }

    public SignatureAlgorithm signatureAlgorithm() {
        return parts.signatureAlgorithm();
    }

    public Optional<BasicConstraints> basicConstraints() {
        return basicConstraints;
    }

    public Optional<Set<KeyUsage>> keyUsage() {
        return keyUsage;
    }

    /** Returns the dotted numbers of the extendedKeyUsage extension; see {@link Purpose}. */
    public Optional<List<String>> extendedKeyUsage() {
        return extendedKeyUsage;
    }

    public Optional<Set<NetscapeType>> netscapeTypes() {
        return netscapeTypes;
    }

    /** Returns the subjectKeyIdentifier as hexadecimal digits. */
    public Optional<String> subjectKeyIdentifier() {
        return subjectKeyIdentifier;
    }

    public Optional<AuthorityKeyIdentifier> authorityKeyIdentifier() {
        return authorityKeyIdentifier;
    }

    /** Returns the subject alternative names in their order; none if there is no such extension. */
    public List<GeneralName> alternativeNames() {
        return alternativeNames;
    }

    /** Returns the host names among the alternative names, as byte strings. */
    public List<String> dnsNames() {
        List<String> names = new ArrayList<>();
        for (GeneralName name : alternativeNames) {
            if (name instanceof GeneralName.Dns dns) {
                names.add(dns.name());
            }
        }
        return names;
    }

    public Optional<NameConstraints> nameConstraints() {
        return nameConstraints;
    }

    /** Returns the dotted numbers of critical extensions that OpenSSL does not handle, for which it refuses. */
    public List<String> unknownCriticalExtensions(OpenSslVersion version) {
        List<String> unknown = new ArrayList<>();
        for (Extensions.Entry entry : parts.extensions().entries()) {
            if (entry.critical() && !isHandled(entry.oid(), version)) {
                unknown.add(entry.oid());
            }
        }
        return unknown;
    }

    private static boolean isHandled(String extension, OpenSslVersion version) {
        return HANDLED_IF_CRITICAL.contains(extension)
                || (version == OpenSslVersion.V3_0 && extension.equals(OCSP_NO_CHECK));
    }

    /** Tells whether an extension occurs twice or cannot be decoded, so that OpenSSL refuses the certificate. */
    public boolean hasInvalidExtension() {
        return parts.extensions().isInvalid()
                || keyUsage.map(Set::isEmpty).orElse(false)
                || isUnsoundProxy()
                || distributionPoints.stream().anyMatch(DistributionPoints.Point::isEmpty);
    }

    /** Tells whether it says where revocation lists are published; PostgreSQL fetches none of them. */
    public boolean namesRevocationLists() {
        return !distributionPoints.isEmpty();
    }

    /** Tells whether subject and issuer are the same name. */
    public boolean isSelfIssued() {
        return subject().equals(issuer());
    }

    /** Returns SHA-256 of the certificate as hexadecimal digits. */
    public String fingerprint() {
        String known = fingerprint;
        if (known == null) {
            known = Digests.sha256(parts.der());
            fingerprint = known;
        }
        return known;
    }

    /** Returns the DER encoding. */
    public byte[] der() {
        return parts.der().clone();
    }

    /** Tells whether a user made it of his own certificate (RFC 3820), which PostgreSQL does not let OpenSSL accept. */
    boolean isProxy() {
        return proxy;
    }

    /** Tells whether it is a proxy certificate that is an authority or has alternative names, as none may. */
    boolean isUnsoundProxy() {
        return proxy
                && (basicConstraints.map(BasicConstraints::authority).orElse(false)
                        || parts.extensions().has(Extensions.SUBJECT_ALTERNATIVE_NAME)
                        || parts.extensions().has(Extensions.ISSUER_ALTERNATIVE_NAME));
    }

    List<DistributionPoints.Point> distributionPoints() {
        return distributionPoints;
    }

    CertificateParts parts() {
        return parts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Certificate certificate && Arrays.equals(parts.der(), certificate.parts.der());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts.der());
    }

    /** Returns the subject as OpenSSL prints it. */
    @Override
    public String toString() {
        return subject().toString();
    }
}
