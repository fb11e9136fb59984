package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * The extensions of a certificate or revocation list. An extension that occurs twice or cannot be decoded counts as
 * absent and makes the whole invalid, as OpenSSL's {@code EXFLAG_INVALID} does.
 */
final class Extensions {

    static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
    static final String KEY_USAGE = "2.5.29.15";
    static final String CRL_NUMBER = "2.5.29.20";
    static final String DELTA_CRL_INDICATOR = "2.5.29.27";
    static final String ISSUING_DISTRIBUTION_POINT = "2.5.29.28";
    static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    static final String BASIC_CONSTRAINTS = "2.5.29.19";
    static final String NAME_CONSTRAINTS = "2.5.29.30";
    static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    static final String NETSCAPE_CERT_TYPE = "2.16.840.1.113730.1.1";

    private final List<Entry> entries;
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean repeated;
    private boolean undecodable;

    private Extensions(List<Entry> entries) {
        this.entries = entries;
        entries.forEach(entry -> counts.merge(entry.oid, 1, Integer::sum));
    }

    /** One extension: its type, whether it is critical, and its undecoded value. */
    record Entry(String oid, boolean critical, byte[] value) {}

    /** Decodes the value of an extension. */
    interface Decoder<T> {
        T decode(ASN1Primitive value) throws Der.Malformed;
    }

    static Extensions none() {
        return new Extensions(List.of());
    }

    static Extensions read(ASN1Encodable sequence) throws Der.Malformed {
        return Der.guard(() -> {
            List<Entry> entries = new ArrayList<>();
            for (ASN1Encodable element : ASN1Sequence.getInstance(sequence)) {
                Der.Cursor cursor = new Der.Cursor(ASN1Sequence.getInstance(element));
                String oid = ASN1ObjectIdentifier.getInstance(cursor.next()).getId();
                boolean critical = cursor.nextIf(ASN1Boolean.class)
                        .map(ASN1Boolean::isTrue)
                        .orElse(false);
                byte[] value = ASN1OctetString.getInstance(cursor.next()).getOctets();
                cursor.end();
                entries.add(new Entry(oid, critical, value));
            }
            return new Extensions(List.copyOf(entries));
        });
    }

    List<Entry> entries() {
        return entries;
    }

    boolean has(String oid) {
        return counts.containsKey(oid);
    }

    /** Tells whether one of the extensions asked for so far occurs twice or cannot be decoded. */
    boolean isInvalid() {
        return repeated || undecodable;
    }

    /** Tells whether one of the extensions asked for so far cannot be decoded. */
    boolean isUndecodable() {
        return undecodable;
    }

    <T> Optional<T> decode(String oid, Decoder<T> decoder) {
        int count = counts.getOrDefault(oid, 0);
        if (count == 0) {
            return Optional.empty();
        }
        if (count > 1) {
            repeated = true;
            return Optional.empty();
        }
        try {
            return Optional.of(decoder.decode(Der.read(find(oid).value)));
        } catch (Der.Malformed | RuntimeException e) {
            undecodable = true;
            return Optional.empty();
        }
    }

    private Entry find(String oid) {
        return entries.stream()
                .filter(entry -> entry.oid.equals(oid))
                .findFirst()
                .orElseThrow();
    }

    static BasicConstraints basicConstraints(ASN1Primitive value) throws Der.Malformed {
        Der.Cursor cursor = new Der.Cursor(ASN1Sequence.getInstance(value));
        boolean authority =
                cursor.nextIf(ASN1Boolean.class).map(ASN1Boolean::isTrue).orElse(false);
        Optional<ASN1Integer> length = cursor.nextIf(ASN1Integer.class);
        cursor.end();
        if (length.isPresent() && length.get().getValue().signum() < 0) {
            throw new Der.Malformed("the path length is negative");
        }
        return new BasicConstraints(
                authority,
                length.map(number -> OptionalInt.of(
                                number.getValue().bitLength() > 31 ? Integer.MAX_VALUE : number.intValueExact()))
                        .orElse(OptionalInt.empty()));
    }

    static Set<KeyUsage> keyUsage(ASN1Primitive value) {
        return bits(ASN1BitString.getInstance(value), KeyUsage.class);
    }

    static Set<NetscapeType> netscapeTypes(ASN1Primitive value) {
        return bits(ASN1BitString.getInstance(value), NetscapeType.class);
    }

    @SuppressWarnings("EnumOrdinal") // the constants stand in the order of the bits
    private static <E extends Enum<E>> Set<E> bits(ASN1BitString string, Class<E> type) {
        byte[] octets = string.getBytes();
        Set<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            int bit = constant.ordinal();
            if (bit / 8 < octets.length && (octets[bit / 8] & 0x80 >> bit % 8) != 0) {
                set.add(constant);
            }
        }
        return Set.copyOf(set);
    }

    static List<String> extendedKeyUsage(ASN1Primitive value) {
        List<String> purposes = new ArrayList<>();
        for (ASN1Encodable purpose : ASN1Sequence.getInstance(value)) {
            purposes.add(ASN1ObjectIdentifier.getInstance(purpose).getId());
        }
        return List.copyOf(purposes);
    }

    static BigInteger integer(ASN1Primitive value) {
        return ASN1Integer.getInstance(value).getValue();
    }

    static String enumerated(ASN1Primitive value) {
        return ASN1Enumerated.getInstance(value).getValue().toString();
    }

    static String keyIdentifier(ASN1Primitive value) {
        return Der.hex(ASN1OctetString.getInstance(value).getOctets());
    }

    static AuthorityKeyIdentifier authorityKeyIdentifier(ASN1Primitive value) throws Der.Malformed {
        Der.Cursor cursor = new Der.Cursor(ASN1Sequence.getInstance(value));
        Optional<ASN1TaggedObject> key = cursor.nextTagged(0);
        Optional<ASN1TaggedObject> names = cursor.nextTagged(1);
        Optional<ASN1TaggedObject> serial = cursor.nextTagged(2);
        cursor.end();
        return new AuthorityKeyIdentifier(
                key.map(tagged ->
                        Der.hex(ASN1OctetString.getInstance(tagged, false).getOctets())),
                names.isPresent() ? GeneralNameReader.names(ASN1Sequence.getInstance(names.get(), false)) : List.of(),
                serial.map(tagged -> ASN1Integer.getInstance(tagged, false).getValue()));
    }
}
