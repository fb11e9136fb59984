package io.github.pgmtls.lint.testing.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/** A certificate and its private key; it can issue others, whether it has the right to or not. */
public final class Issued {

    private final X500Name subject;
    private final KeyPair keyPair;
    private final KeyKind keyKind;
    private final BigInteger serial;
    private final byte[] der;
    private final boolean identified;

    private Issued(CertificateSpec spec, KeyPair keyPair, BigInteger serial, byte[] der) {
        this.subject = spec.subject;
        this.keyPair = keyPair;
        this.keyKind = spec.keyKind;
        this.serial = serial;
        this.der = der;
        this.identified = spec.version == 3 && spec.subjectKeyIdentifier;
    }

    private Issued(Issued other, byte[] encoding) {
        this.subject = other.subject;
        this.keyPair = other.keyPair;
        this.keyKind = other.keyKind;
        this.serial = other.serial;
        this.der = encoding.clone();
        this.identified = other.identified;
    }

    /** Issues a CA certificate below this one. */
    public Issued ca(String name) {
        return ca(name, how -> {});
    }

    public Issued ca(String name, Consumer<CertificateSpec> changes) {
        return issue(name, CertificateSpec.AUTHORITY.andThen(changes));
    }

    /** Issues a client certificate: digitalSignature, clientAuth, one year. */
    public Issued client(String name) {
        return client(name, how -> {});
    }

    public Issued client(String name, Consumer<CertificateSpec> changes) {
        return issue(name, CertificateSpec.CLIENT.andThen(changes));
    }

    /** Issues a server certificate: digitalSignature, serverAuth, one year, no alternative name unless told. */
    public Issued server(String name) {
        return server(name, how -> {});
    }

    public Issued server(String name, Consumer<CertificateSpec> changes) {
        return issue(name, CertificateSpec.SERVER.andThen(changes));
    }

    /** Issues a certificate that has, unless told, no extension but the key identifiers. */
    public Issued issue(String name, Consumer<CertificateSpec> how) {
        CertificateSpec spec = new CertificateSpec(Names.parse(name));
        how.accept(spec);
        return make(spec, this);
    }

    /** Returns this certificate, issued with SHA256, with changes as {@link Rewriting} makes them. */
    public Issued rewritten(Issued by, Consumer<List<byte[]>> content, Consumer<List<byte[]>> whole) {
        return encoded(Rewriting.anew(der, by, content, whole));
    }

    /** Returns this certificate in another encoding. */
    public Issued encoded(byte[] encoding) {
        return new Issued(this, encoding);
    }

    /** Issues a revocation list, with SHA256, with changes as {@link Rewriting} makes them. */
    public String crl(Consumer<CrlSpec> how, Consumer<List<byte[]>> content, Consumer<List<byte[]>> whole) {
        return Pem.block("X509 CRL", Rewriting.anew(crlDer(how), this, content, whole));
    }

    /** Issues a revocation list that revokes nothing, current at {@link Pki#NOW}. */
    public String crl() {
        return crl(how -> {});
    }

    /** Issues a revocation list as PEM text. */
    public String crl(Consumer<CrlSpec> how) {
        return Pem.block("X509 CRL", crlDer(how));
    }

    public byte[] crlDer(Consumer<CrlSpec> how) {
        CrlSpec spec = new CrlSpec();
        how.accept(spec);
        return spec.sign(this);
    }

    /** Returns the certificate as PEM text. */
    public String pem() {
        return Pem.block("CERTIFICATE", der);
    }

    public byte[] der() {
        return der.clone();
    }

    /** Returns the private key in the forms in which files hold it. */
    public KeyForms key() {
        return new KeyForms(keyPair);
    }

    /** Returns the private key as PEM text (PKCS#8, not encrypted). */
    public String keyPem() {
        return key().pkcs8();
    }

    public BigInteger serial() {
        return serial;
    }

    X500Name subject() {
        return subject;
    }

    KeyPair keyPair() {
        return keyPair;
    }

    KeyKind keyKind() {
        return keyKind;
    }

    static Issued make(CertificateSpec spec, @Nullable Issued by) {
        KeyPair own = Keys.named(spec.keyKind, spec.keyName.orElseGet(() -> spec.subject.toString()));
        KeyPair signing = by == null ? own : by.keyPair;
        KeyKind signingKind = by == null ? spec.keyKind : by.keyKind;
        String algorithm = spec.signatureAlgorithm.orElseGet(() -> signingKind.signatureAlgorithm(spec.digest));
        X500Name issuer = spec.issuer.orElse(by == null ? spec.subject : by.subject);
        ASN1Encodable extensions = extensions(spec, own, by == null ? own : by.keyPair, by);
        BigInteger serial = spec.serial.orElseGet(() -> {
            byte[] hash =
                    Keys.sha("SHA-256", encode(toBeSigned(spec, BigInteger.ONE, algorithm, issuer, own, extensions)));
            return new BigInteger(1, Arrays.copyOf(hash, 15));
        });
        DERSequence toBeSigned = toBeSigned(spec, serial, algorithm, issuer, own, extensions);
        return new Issued(spec, own, serial, signed(toBeSigned, algorithm, signing, spec.brokenSignature));
    }

    private static DERSequence toBeSigned(
            CertificateSpec spec,
            BigInteger serial,
            String algorithm,
            X500Name issuer,
            KeyPair own,
            ASN1Encodable extensions) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        if (spec.version > 1) {
            parts.add(new DERTaggedObject(true, 0, new ASN1Integer(spec.version - 1)));
        }
        parts.add(new ASN1Integer(serial));
        parts.add(Keys.identifier(algorithm));
        parts.add(issuer);
        parts.add(new DERSequence(
                new ASN1Encodable[] {new Time(Date.from(spec.notBefore)), new Time(Date.from(spec.notAfter))}));
        parts.add(spec.subject);
        parts.add(SubjectPublicKeyInfo.getInstance(own.getPublic().getEncoded()));
        if (spec.version == 3) {
            parts.add(new DERTaggedObject(true, 3, extensions));
        }
        return new DERSequence(parts);
    }

    private static ASN1Encodable extensions(CertificateSpec spec, KeyPair own, KeyPair issuing, @Nullable Issued by) {
        ASN1EncodableVector parts = new ASN1EncodableVector();
        if (spec.subjectKeyIdentifier && !spec.extensions.containsKey(Extension.subjectKeyIdentifier)) {
            parts.add(extension(Extension.subjectKeyIdentifier, new SubjectKeyIdentifier(keyIdentifier(own))));
        }
        boolean issuerIdentified = by == null ? spec.subjectKeyIdentifier : by.identified;
        if (spec.authorityKeyIdentifier
                && issuerIdentified
                && !spec.extensions.containsKey(Extension.authorityKeyIdentifier)) {
            parts.add(extension(Extension.authorityKeyIdentifier, new AuthorityKeyIdentifier(keyIdentifier(issuing))));
        }
        spec.extensions.values().forEach(parts::add);
        spec.repeated.forEach(parts::add);
        return new DERSequence(parts);
    }

    private static Extension extension(ASN1ObjectIdentifier type, ASN1Encodable value) {
        return new Extension(type, false, encode(value));
    }

    /** Returns the identifier of a public key: SHA-1 over its bits (RFC 5280, 4.2.1.2, method 1). */
    static byte[] keyIdentifier(KeyPair pair) {
        SubjectPublicKeyInfo key =
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded());
        return Keys.sha("SHA-1", key.getPublicKeyData().getBytes());
    }

    static byte[] signed(DERSequence toBeSigned, String algorithm, KeyPair key, boolean broken) {
        byte[] signature = Keys.sign(algorithm, key, encode(toBeSigned));
        if (broken) {
            signature[signature.length - 1] ^= 1;
        }
        AlgorithmIdentifier identifier = Keys.identifier(algorithm);
        return encode(new DERSequence(new ASN1Encodable[] {toBeSigned, identifier, new DERBitString(signature)}));
    }

    static byte[] encode(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return subject.toString();
    }

    /** Returns several certificates as PEM text, in this order. */
    public static String bundle(Issued... certificates) {
        StringBuilder out = new StringBuilder();
        List.of(certificates).forEach(certificate -> out.append(certificate.pem()));
        return out.toString();
    }
}
