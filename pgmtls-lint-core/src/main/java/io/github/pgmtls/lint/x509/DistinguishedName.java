package io.github.pgmtls.lint.x509;

import io.github.pgmtls.lint.source.ByteText;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A distinguished name (RFC 5280, section 4.1.2.4): of a subject or an issuer, as OpenSSL reads and compares it. */
public final class DistinguishedName {

    private static final String COMMON_NAME = "2.5.4.3";

    private static final int LONGEST_KEPT = 4096;

    private static volatile @Nullable DistinguishedName lastIssuer;

    private final List<List<Attribute>> parts;
    private final byte[] der;
    private volatile byte @Nullable [] canonical;
    private volatile @Nullable String printed;

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

    /**
     * Reads a name that is likely to be the one that was read before in this way, as that of the issuer is in a file of
     * certificates; it is then the same object, with all that was made of it.
     */
    static DistinguishedName readIssuer(DerValue value) throws Der.Malformed {
        DistinguishedName last = lastIssuer;
        if (last != null && value.isEncodedAs(last.der)) {
            return last;
        }
        DistinguishedName issuer = read(value);
        if (issuer.der.length <= LONGEST_KEPT) {
            lastIssuer = issuer;
        }
        return issuer;
    }

    static DistinguishedName read(DerValue value) throws Der.Malformed {
        List<List<Attribute>> parts = new ArrayList<>();
        DerCursor elements = value.sequence();
        while (elements.hasNext()) {
            parts.add(part(elements.next().set()));
        }
        return new DistinguishedName(List.copyOf(parts), value.encoding());
    }

    /** Reads the attributes of one relative distinguished name. */
    static List<Attribute> part(DerCursor attributes) throws Der.Malformed {
        List<Attribute> part = new ArrayList<>(1);
        while (attributes.hasNext()) {
            part.add(attribute(attributes.next().sequence()));
        }
        return List.copyOf(part);
    }

    private static Attribute attribute(DerCursor pair) throws Der.Malformed {
        String type = pair.next().objectIdentifier();
        DerValue value = pair.next();
        pair.end();
        StringType stringType = StringType.of(value.identifier());
        String content = stringType == StringType.BIT_STRING ? Der.text(value.bits()) : value.rawText();
        stringType.requireSound(content);
        return new Attribute(type, content, stringType, Der.text(value.encoding()));
    }

    /** Returns this name with one more relative distinguished name, whatever its tag is. */
    DistinguishedName with(DerValue relative) throws Der.Malformed {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(Der.bytes(DerValue.read(der).rawText()));
        CanonicalName.write(DerValue.SET, Der.bytes(relative.rawText()), content);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        CanonicalName.write(DerValue.SEQUENCE, content.toByteArray(), whole);
        return read(DerValue.read(whole.toByteArray()));
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
        List<Attribute> names = new ArrayList<>(1);
        for (List<Attribute> part : parts) {
            for (Attribute attribute : part) {
                if (attribute.type().equals(COMMON_NAME)) {
                    names.add(attribute);
                }
            }
        }
        return names;
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
        String known = printed;
        if (known == null) {
            known = NamePrinter.print(parts);
            printed = known;
        }
        return known;
    }

    /** Returns the eight hexadecimal digits after which files in a directory of revocation lists are called. */
    public String hash() {
        byte[] digest = Digests.sha1(canonical());
        return String.format(Locale.ROOT, "%02x%02x%02x%02x", digest[3], digest[2], digest[1], digest[0]);
    }

    /** Returns the encoding as it stands in the file. */
    public byte[] der() {
        return der.clone();
    }

    /** Returns the encoding itself; callers must not change it. */
    byte[] encoding() {
        return der;
    }

    /** Returns the number of attributes. */
    private int size() {
        int size = 0;
        for (List<Attribute> part : parts) {
            size += part.size();
        }
        return size;
    }

    /** Returns OpenSSL's canonical encoding, by which names are compared: case and runs of blanks do not matter. */
    byte[] canonical() {
        byte[] known = canonical;
        if (known == null) {
            known = CanonicalName.encode(this);
            canonical = known;
        }
        return known;
    }

    /** Tells whether OpenSSL takes the other name for the same. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DistinguishedName name
                && (Arrays.equals(der, name.der)
                        || (size() == name.size() && Arrays.equals(canonical(), name.canonical())));
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
