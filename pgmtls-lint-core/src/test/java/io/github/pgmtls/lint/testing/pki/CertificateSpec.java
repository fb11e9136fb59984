package io.github.pgmtls.lint.testing.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.jspecify.annotations.Nullable;

/** What a certificate is to be like. Every method changes one thing and returns this. */
public final class CertificateSpec {

    static final Consumer<CertificateSpec> AUTHORITY = how -> how.authority(true)
            .keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)
            .validFor(Duration.ofDays(3650));
    static final Consumer<CertificateSpec> CLIENT =
            how -> how.keyUsage(KeyUsage.digitalSignature).purposes(KeyPurposeId.id_kp_clientAuth);
    static final Consumer<CertificateSpec> SERVER =
            how -> how.keyUsage(KeyUsage.digitalSignature).purposes(KeyPurposeId.id_kp_serverAuth);

    X500Name subject;
    Optional<X500Name> issuer = Optional.empty();
    KeyKind keyKind = KeyKind.P256;
    Optional<String> keyName = Optional.empty();
    String digest = "SHA256";
    Optional<String> signatureAlgorithm = Optional.empty();
    Optional<BigInteger> serial = Optional.empty();
    Instant notBefore = Pki.now().minus(Duration.ofDays(30));
    Instant notAfter = Pki.now().plus(Duration.ofDays(335));
    int version = 3;
    boolean subjectKeyIdentifier = true;
    boolean authorityKeyIdentifier = true;
    boolean brokenSignature;
    final Map<ASN1ObjectIdentifier, Extension> extensions = new LinkedHashMap<>();
    final List<Extension> repeated = new ArrayList<>();
    private final List<GeneralName> alternativeNames = new ArrayList<>();

    CertificateSpec(X500Name subject) {
        this.subject = subject;
    }

    /** Takes another issuer name than that of the signing certificate. */
    public CertificateSpec issuerName(String name) {
        issuer = Optional.of(Names.parse(name));
        return this;
    }

    public CertificateSpec key(KeyKind kind) {
        keyKind = kind;
        return this;
    }

    /** Takes the key of a name; the default is the subject's name, so the same subject has the same key. */
    public CertificateSpec key(String name) {
        keyName = Optional.of(name);
        return this;
    }

    /** Has it signed with a digest such as {@code SHA1}. */
    public CertificateSpec digest(String name) {
        digest = name;
        return this;
    }

    /** Has it signed with a JCA signature algorithm such as {@code SHA256withRSAandMGF1}. */
    public CertificateSpec signature(String algorithm) {
        signatureAlgorithm = Optional.of(algorithm);
        return this;
    }

    public CertificateSpec serial(long number) {
        return serial(BigInteger.valueOf(number));
    }

    public CertificateSpec serial(BigInteger number) {
        serial = Optional.of(number);
        return this;
    }

    public CertificateSpec notBefore(Instant instant) {
        notBefore = instant;
        return this;
    }

    public CertificateSpec notAfter(Instant instant) {
        notAfter = instant;
        return this;
    }

    /** Sets the end to so long after the start. */
    public CertificateSpec validFor(Duration duration) {
        return notAfter(notBefore.plus(duration));
    }

    /** Makes it end a day before {@link Pki#now()}. */
    public CertificateSpec expired() {
        return notBefore(Pki.now().minus(Duration.ofDays(400)))
                .notAfter(Pki.now().minus(Duration.ofDays(1)));
    }

    /** Makes it start a day after {@link Pki#now()}. */
    public CertificateSpec notYetValid() {
        return notBefore(Pki.now().plus(Duration.ofDays(1))).notAfter(Pki.now().plus(Duration.ofDays(400)));
    }

    /** Makes it an X.509 version 1 certificate, which has no extensions. */
    public CertificateSpec version1() {
        version = 1;
        return this;
    }

    /** Gives it a critical basicConstraints extension. */
    public CertificateSpec authority(boolean ca) {
        return extension(Extension.basicConstraints, true, new BasicConstraints(ca));
    }

    /** Gives it CA:TRUE with a path length. */
    public CertificateSpec pathLength(int length) {
        return extension(Extension.basicConstraints, true, new BasicConstraints(length));
    }

    /** Gives it a critical keyUsage extension with bits of {@link KeyUsage}. */
    public CertificateSpec keyUsage(int bits) {
        return extension(Extension.keyUsage, true, new KeyUsage(bits));
    }

    /** Gives it an extendedKeyUsage extension. */
    public CertificateSpec purposes(KeyPurposeId... purposes) {
        return extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
    }

    /** Gives it Netscape's certificate type, for example {@link #NETSCAPE_CLIENT}. */
    public CertificateSpec netscapeType(int bits) {
        return extension(
                MiscObjectIdentifiers.netscapeCertType,
                false,
                new DERBitString(new byte[] {(byte) bits}, trailing(bits)));
    }

    public static final int NETSCAPE_CLIENT = 0x80;
    public static final int NETSCAPE_SERVER = 0x40;
    public static final int NETSCAPE_EMAIL = 0x20;
    public static final int NETSCAPE_SSL_CA = 0x04;

    private static int trailing(int bits) {
        return bits == 0 ? 0 : Integer.numberOfTrailingZeros(bits);
    }

    public CertificateSpec dns(String... names) {
        for (String name : names) {
            alternativeNames.add(new GeneralName(GeneralName.dNSName, name));
        }
        return alternativeNames();
    }

    public CertificateSpec ip(String... addresses) {
        for (String address : addresses) {
            alternativeNames.add(new GeneralName(GeneralName.iPAddress, address));
        }
        return alternativeNames();
    }

    public CertificateSpec email(String... addresses) {
        for (String address : addresses) {
            alternativeNames.add(new GeneralName(GeneralName.rfc822Name, address));
        }
        return alternativeNames();
    }

    public CertificateSpec alternativeName(GeneralName name) {
        alternativeNames.add(name);
        return alternativeNames();
    }

    private CertificateSpec alternativeNames() {
        return extension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(alternativeNames.toArray(new GeneralName[0])));
    }

    /** Gives it critical name constraints: names that may be and names that may not be under it. */
    public CertificateSpec nameConstraints(List<GeneralName> permitted, List<GeneralName> excluded) {
        return extension(Extension.nameConstraints, true, new NameConstraints(trees(permitted), trees(excluded)));
    }

    private static GeneralSubtree @Nullable [] trees(List<GeneralName> names) {
        return names.isEmpty() ? null : names.stream().map(GeneralSubtree::new).toArray(GeneralSubtree[]::new);
    }

    /** Gives it a critical extension that nobody knows. */
    public CertificateSpec unknownCriticalExtension() {
        return extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), true, new DEROctetString(new byte[] {1}));
    }

    /** Gives it an extension, in place of one of the same type. */
    public CertificateSpec extension(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            return extension(type, critical, value.toASN1Primitive().getEncoded(ASN1Encoding.DER));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Gives it an extension of raw bytes, well-formed or not. */
    public CertificateSpec extension(ASN1ObjectIdentifier type, boolean critical, byte[] value) {
        extensions.put(type, new Extension(type, critical, value));
        return this;
    }

    /** Adds an extension even if there is one of its type. */
    public CertificateSpec repeat(Extension extension) {
        repeated.add(extension);
        return this;
    }

    public CertificateSpec without(ASN1ObjectIdentifier type) {
        extensions.remove(type);
        return this;
    }

    /** Leaves out the subject key identifier. */
    public CertificateSpec withoutSubjectKeyIdentifier() {
        subjectKeyIdentifier = false;
        return this;
    }

    /** Leaves out the authority key identifier. */
    public CertificateSpec withoutAuthorityKeyIdentifier() {
        authorityKeyIdentifier = false;
        return this;
    }

    /** Spoils the signature. */
    public CertificateSpec brokenSignature() {
        brokenSignature = true;
        return this;
    }
}
