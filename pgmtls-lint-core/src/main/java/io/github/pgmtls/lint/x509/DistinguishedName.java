package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.ByteText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.jspecify.annotations.Nullable;

/** A distinguished name (RFC 5280, section 4.1.2.4): of a subject or an issuer, as OpenSSL reads and compares it. */
public final class DistinguishedName {

    private static final String COMMON_NAME = "2.5.4.3";

    private final List<List<Attribute>> parts;
    private final byte[] der;
    private volatile byte @Nullable [] canonical;

    private DistinguishedName(List<List<Attribute>> parts, byte[] der) {
        this.parts = parts;
        this.der = der;
    }

    /**
     * One attribute.
     *
     * @param type the type as a dotted number
     * @param value the bytes of the value as they are encoded, as a byte string
     * @param stringType the kind of string that the value is
     * @param der the DER encoding of the value, as a byte string
     */
    public record Attribute(String type, String value, StringType stringType, String der) {

        /** Returns OpenSSL's short name of the type, or the dotted number of a type without one. */
        public String shortName() {
            return AttributeNames.shortName(type);
        }

        /** Returns the value as text for people, decoded by its type. */
        public String text() {
            StringBuilder utf8 = new StringBuilder();
            Characters.utf8(stringType, value, octet -> utf8.append((char) octet));
            return ByteText.decode(utf8.toString());
        }
    }

    static DistinguishedName read(ASN1Encodable value) throws Der.Malformed {
        return Der.guard(() -> {
            ASN1Sequence sequence = ASN1Sequence.getInstance(value);
            List<List<Attribute>> parts = new ArrayList<>(sequence.size());
            for (ASN1Encodable element : sequence) {
                List<Attribute> part = new ArrayList<>(1);
                for (ASN1Encodable attribute : ASN1Set.getInstance(element)) {
                    part.add(attribute(ASN1Sequence.getInstance(attribute)));
                }
                parts.add(List.copyOf(part));
            }
            return new DistinguishedName(List.copyOf(parts), sequence.getEncoded("DER"));
        });
    }

    private static Attribute attribute(ASN1Sequence pair) throws Der.Malformed {
        if (pair.size() != 2) {
            throw new Der.Malformed("an attribute is not a pair");
        }
        String type = ASN1ObjectIdentifier.getInstance(pair.getObjectAt(0)).getId();
        return Der.guard(() -> {
            ASN1Primitive value = pair.getObjectAt(1).toASN1Primitive();
            byte[] encoded = value.getEncoded("DER");
            StringType stringType = StringType.of(encoded[0]);
            byte[] content = value instanceof ASN1BitString bits ? bits.getBytes() : content(encoded);
            stringType.requireSound(content);
            return new Attribute(
                    type,
                    new String(content, StandardCharsets.ISO_8859_1),
                    stringType,
                    new String(encoded, StandardCharsets.ISO_8859_1));
        });
    }

    private static byte[] content(byte[] der) {
        int first = der[1] & 0xff;
        int start = first < 0x80 ? 2 : 2 + first - 0x80;
        byte[] content = new byte[der.length - start];
        System.arraycopy(der, start, content, 0, content.length);
        return content;
    }

    /** Returns the relative distinguished names in the order of their encoding, each with its attributes in theirs. */
    public List<List<Attribute>> parts() {
        return parts;
    }

    /** Tells whether the name has no attribute. */
    public boolean isEmpty() {
        return parts.stream().allMatch(List::isEmpty);
    }

    /** Returns the values of all common names in the order of their encoding. */
    public List<Attribute> commonNames() {
        return parts.stream()
                .flatMap(List::stream)
                .filter(attribute -> attribute.type().equals(COMMON_NAME))
                .toList();
    }

    /**
     * Returns the bytes of the first common name in the order of the encoding, as a byte string: what PostgreSQL and
     * libpq take for the name (OpenSSL's {@code X509_NAME_get_text_by_NID}); no character set is converted.
     */
    public Optional<String> commonName() {
        List<Attribute> names = commonNames();
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(0).value());
    }

    /**
     * Returns the text that OpenSSL prints with {@code XN_FLAG_RFC2253}, which PostgreSQL 14 and later compare with
     * {@code clientname=DN}. It is ASCII; a name that OpenSSL cannot print gives an empty text.
     */
    public String rfc2253() {
        return NamePrinter.print(parts);
    }

    /** Returns the eight hexadecimal digits after which files in a directory of revocation lists are called. */
    public String hash() {
        byte[] digest = Digests.sha1(canonical());
        return String.format(Locale.ROOT, "%02x%02x%02x%02x", digest[3], digest[2], digest[1], digest[0]);
    }

    /** Returns the DER encoding. */
    public byte[] der() {
        return der.clone();
    }

    /** Returns OpenSSL's canonical encoding, by which names are compared: case and runs of blanks do not matter. */
    byte[] canonical() {
        byte[] known = canonical;
        if (known == null) {
            known = CanonicalName.encode(parts);
            canonical = known;
        }
        return known;
    }

    /** Tells whether OpenSSL takes the other name for the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DistinguishedName name
                && (Arrays.equals(der, name.der) || Arrays.equals(canonical(), name.canonical()));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(canonical());
    }

    /** Returns {@link #rfc2253()}. */
    @Override
    public String toString() {
        return rfc2253();
    }
}
