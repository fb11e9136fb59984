package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
    static final String ISSUER_ALTERNATIVE_NAME = "2.5.29.18";
    static final String PROXY_CERTIFICATE = "1.3.6.1.5.5.7.1.14";
    static final String NETSCAPE_CERT_TYPE = "2.16.840.1.113730.1.1";

    private final List<Entry> entries;
    private boolean repeated;
    private boolean undecodable;

    private Extensions(List<Entry> entries) {
        this.entries = entries;
    }

    /** One extension: its type, whether it is critical, and its value, an octet string. */
    record Entry(String oid, boolean critical, DerValue value) {}

    /** Decodes the value of an extension. */
    interface Decoder<T> {
        T decode(DerValue value) throws Der.Malformed;
    }

    static Extensions none() {
        return new Extensions(List.of());
    }

    static Extensions read(DerValue sequence) throws Der.Malformed {
        List<Entry> entries = new ArrayList<>();
        DerCursor elements = sequence.sequence();
        while (elements.hasNext()) {
            DerCursor cursor = elements.next().sequence();
            String oid = cursor.next().objectIdentifier();
            boolean critical = flag(cursor);
            DerValue value = cursor.next().require(DerValue.OCTET_STRING);
            cursor.end();
            entries.add(new Entry(oid, critical, value));
        }
        return new Extensions(List.copyOf(entries));
    }

    /** Takes a boolean that is false unless it is there. */
    private static boolean flag(DerCursor cursor) throws Der.Malformed {
        return cursor.nextIs(DerValue.BOOLEAN) && cursor.next().bool();
    }

    List<Entry> entries() {
        return entries;
    }

    boolean has(String oid) {
        return find(oid, 0) < entries.size();
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
        int first = find(oid, 0);
        if (first == entries.size()) {
            return Optional.empty();
        }
        if (find(oid, first + 1) < entries.size()) {
            repeated = true;
            return Optional.empty();
        }
        try {
            return Optional.of(decode(entries.get(first).value, decoder));
        } catch (Der.Malformed e) {
            undecodable = true;
            return Optional.empty();
        }
    }

    private static <T> T decode(DerValue octets, Decoder<T> decoder) throws Der.Malformed {
        try {
            return decoder.decode(octets.wrapped());
        } catch (Der.Malformed e) {
            return decoder.decode(DerValue.read(Der.definite(octets.octets(), e)));
        }
    }

    /** Returns the index of the next one, or the number of all if there is none. */
    private int find(String oid, int from) {
        int index = from;
        while (index < entries.size() && !entries.get(index).oid.equals(oid)) {
            index++;
        }
        return index;
    }

    static BasicConstraints basicConstraints(DerValue value) throws Der.Malformed {
        DerCursor cursor = value.sequence();
        boolean authority = flag(cursor);
        Optional<DerValue> length = cursor.nextIf(DerValue.INTEGER);
        cursor.end();
        if (length.isEmpty()) {
            return new BasicConstraints(authority, OptionalInt.empty());
        }
        BigInteger number = length.get().integer();
        if (number.signum() < 0) {
            throw new Der.Malformed("the path length is negative");
        }
        return new BasicConstraints(
                authority, OptionalInt.of(number.bitLength() > 31 ? Integer.MAX_VALUE : number.intValueExact()));
    }

    static Set<KeyUsage> keyUsage(DerValue value) throws Der.Malformed {
        return bits(value.bitString(), KeyUsage.class);
    }

    static Set<NetscapeType> netscapeTypes(DerValue value) throws Der.Malformed {
        return bits(value.bitString(), NetscapeType.class);
    }

    @SuppressWarnings("EnumOrdinal") // the constants stand in the order of the bits
    private static <E extends Enum<E>> Set<E> bits(byte[] octets, Class<E> type) {
        Set<E> set = EnumSet.noneOf(type);
        for (E constant : type.getEnumConstants()) {
            int bit = constant.ordinal();
            if (bit / 8 < octets.length && (octets[bit / 8] & 0x80 >> bit % 8) != 0) {
                set.add(constant);
            }
        }
        return Collections.unmodifiableSet(set);
    }

    static List<String> extendedKeyUsage(DerValue value) throws Der.Malformed {
        List<String> purposes = new ArrayList<>();
        DerCursor elements = value.sequence();
        while (elements.hasNext()) {
            purposes.add(elements.next().objectIdentifier());
        }
        return List.copyOf(purposes);
    }

    /** Reads a ProxyCertInfo (RFC 3820, section 3.8), of which nothing but its presence matters. */
    static Boolean proxy(DerValue value) throws Der.Malformed {
        DerCursor cursor = value.sequence();
        Optional<DerValue> length = cursor.nextIf(DerValue.INTEGER);
        if (length.isPresent()) {
            length.get().integer();
        }
        DerCursor policy = cursor.next().sequence();
        policy.next().objectIdentifier();
        policy.nextIf(DerValue.OCTET_STRING);
        policy.end();
        cursor.end();
        return true;
    }

    static BigInteger integer(DerValue value) throws Der.Malformed {
        return value.integer();
    }

    static String enumerated(DerValue value) throws Der.Malformed {
        if (!value.is(DerValue.ENUMERATED)) {
            throw new Der.Malformed("a value is of another type than expected");
        }
        return value.number().toString();
    }

    static String keyIdentifier(DerValue value) throws Der.Malformed {
        return Der.hex(value.octetString());
    }

    static AuthorityKeyIdentifier authorityKeyIdentifier(DerValue value) throws Der.Malformed {
        DerCursor cursor = value.sequence();
        Optional<DerValue> key = cursor.nextTagged(0);
        Optional<DerValue> names = cursor.nextTagged(1);
        Optional<DerValue> serial = cursor.nextTagged(2);
        cursor.end();
        return new AuthorityKeyIdentifier(
                key.isPresent() ? Optional.of(Der.hex(key.get().octets())) : Optional.empty(),
                names.isPresent() ? GeneralNameReader.names(names.get().elements()) : List.of(),
                serial.isPresent() ? Optional.of(serial.get().number()) : Optional.empty());
    }
}
