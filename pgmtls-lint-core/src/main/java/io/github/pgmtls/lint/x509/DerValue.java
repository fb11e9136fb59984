package io.github.pgmtls.lint.x509;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One ASN.1 value of definite length (X.690, section 8): a window of bytes that are not copied. Contents are looked at
 * when they are asked for, and then as strictly as OpenSSL does.
 *
 * <p>Bouncy Castle makes an object of every value at once, with which reading some thousand certificates takes
 * twice as long.
 */
final class DerValue {

    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int ENUMERATED = 0x0a;
    static final int UTC_TIME = 0x17;
    static final int GENERALIZED_TIME = 0x18;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private static final int CONSTRUCTED = 0x20;
    private static final int CONTEXT = 0x80;
    private static final int LONG_TAG = 0x1f;
    private static final int LONG_LENGTH = 0x80;
    private static final int MOST_LENGTH_OCTETS = 4;
    private static final int FIRST_ARCS = 40;

    private final byte[] bytes;
    private final int start;
    private final int content;
    private final int end;

    private DerValue(byte[] bytes, int start, int content, int end) {
        this.bytes = bytes;
        this.start = start;
        this.content = content;
        this.end = end;
    }

    /** Reads the value at the start of some bytes; those after it are ignored, as OpenSSL does in PEM blocks. */
    static DerValue read(byte[] bytes) throws Der.Malformed {
        return at(bytes, 0, bytes.length);
    }

    static DerValue at(byte[] bytes, int start, int limit) throws Der.Malformed {
        int at = start < limit && (bytes[start] & LONG_TAG) == LONG_TAG ? endOfLongTag(bytes, start, limit) : start + 1;
        if (at >= limit) {
            throw new Der.Malformed("the data is cut off");
        }
        int length = bytes[at++] & 0xff;
        if (length >= LONG_LENGTH) {
            int octets = length - LONG_LENGTH;
            length = longLength(bytes, at, octets, limit);
            at += octets;
        }
        if (length < 0 || length > limit - at) {
            throw new Der.Malformed("the data is cut off");
        }
        return new DerValue(bytes, start, at, at + length);
    }

    private static int endOfLongTag(byte[] bytes, int start, int limit) {
        int at = start + 1;
        while (at < limit && bytes[at] < 0) {
            at++;
        }
        return at + 1;
    }

    private static int longLength(byte[] bytes, int start, int octets, int limit) throws Der.Malformed {
        if (octets == 0 || octets > MOST_LENGTH_OCTETS || octets > limit - start) {
            throw new Der.Malformed("a length is not sound");
        }
        int length = 0;
        for (int at = start; at < start + octets; at++) {
            length = length << 8 | bytes[at] & 0xff;
        }
        return length;
    }

    /** Returns the first octet: class, form and, unless it is a high one, number of the tag. */
    int identifier() {
        return bytes[start] & 0xff;
    }

    int end() {
        return end;
    }

    boolean is(int identifier) {
        return identifier() == identifier;
    }

    /** Tells whether a first octet has a context-specific tag, in either form. */
    static boolean isTagged(int identifier, int number) {
        return (identifier & 0xff & ~CONSTRUCTED) == (CONTEXT | number);
    }

    /** Returns the number of a context-specific tag, in either form. */
    int contextTag() throws Der.Malformed {
        int number = identifier() & ~CONSTRUCTED & ~CONTEXT;
        if (!isTagged(identifier(), number) || number >= LONG_TAG) {
            throw new Der.Malformed("a value has a foreign tag");
        }
        return number;
    }

    DerValue require(int identifier) throws Der.Malformed {
        if (!is(identifier)) {
            throw new Der.Malformed("a value is of another type than expected");
        }
        return this;
    }

    private void requireForm(boolean constructed) throws Der.Malformed {
        if (((identifier() & CONSTRUCTED) != 0) != constructed) {
            throw new Der.Malformed("a value is of another form than expected");
        }
    }

    /** Returns the elements of a sequence. */
    DerCursor sequence() throws Der.Malformed {
        return require(SEQUENCE).elements();
    }

    /** Returns the elements of a set. */
    DerCursor set() throws Der.Malformed {
        return require(SET).elements();
    }

    /** Returns the elements, whatever the tag is. */
    DerCursor elements() throws Der.Malformed {
        requireForm(true);
        return new DerCursor(bytes, content, end);
    }

    /** Returns the one value within an explicit tag. */
    DerValue explicit() throws Der.Malformed {
        DerCursor cursor = elements();
        DerValue value = cursor.next();
        cursor.end();
        return value;
    }

    /** Returns the whole encoding; callers must not change it. */
    byte[] encoding() {
        return start == 0 && end == bytes.length ? bytes : Arrays.copyOfRange(bytes, start, end);
    }

    /** Returns the hexadecimal digits of the SHA-256 digest of the whole encoding. */
    String fingerprint() {
        return Digests.sha256(bytes, start, end);
    }

    /** Tells whether the whole encoding is this one. */
    boolean isEncodedAs(byte[] encoding) {
        return Arrays.equals(bytes, start, end, encoding, 0, encoding.length);
    }

    /** Returns the content, whatever the tag is. */
    byte[] octets() throws Der.Malformed {
        requireForm(false);
        return Arrays.copyOfRange(bytes, content, end);
    }

    byte[] octetString() throws Der.Malformed {
        return require(OCTET_STRING).octets();
    }

    /** Returns the value that an octet string holds; bytes after it are ignored. */
    DerValue wrapped() throws Der.Malformed {
        return at(bytes, content, end);
    }

    /** Returns the content as a byte string, whatever the tag is. */
    String text() throws Der.Malformed {
        requireForm(false);
        return new String(bytes, content, end - content, StandardCharsets.ISO_8859_1);
    }

    /** Returns the content of a value of any form as a byte string. */
    String rawText() {
        return new String(bytes, content, end - content, StandardCharsets.ISO_8859_1);
    }

    BigInteger integer() throws Der.Malformed {
        return require(INTEGER).number();
    }

    /** Returns the content as an integer, whatever the tag is. */
    BigInteger number() throws Der.Malformed {
        requireForm(false);
        boolean padded = end - content > 1 && bytes[content] == bytes[content + 1] >> 7;
        if (content == end || padded) {
            throw new Der.Malformed("an integer is not sound");
        }
        return new BigInteger(bytes, content, end - content);
    }

    /** Returns how many bits an integer has that is not negative, whatever its sign is said to be. */
    int unsignedBits() throws Der.Malformed {
        require(INTEGER).requireForm(false);
        int first = content;
        while (first < end && bytes[first] == 0) {
            first++;
        }
        return first == end ? 0 : (end - first) * 8 - (Integer.numberOfLeadingZeros(bytes[first] & 0xff) - 24);
    }

    boolean bool() throws Der.Malformed {
        return require(BOOLEAN).flag();
    }

    /** Returns the content as a boolean, whatever the tag is. */
    boolean flag() throws Der.Malformed {
        requireForm(false);
        if (end - content != 1) {
            throw new Der.Malformed("a boolean is not sound");
        }
        return bytes[content] != 0;
    }

    byte[] bitString() throws Der.Malformed {
        return require(BIT_STRING).bits();
    }

    /** Returns the content as bits, the first one the highest of the first octet, whatever the tag is. */
    byte[] bits() throws Der.Malformed {
        int unused = unusedBits();
        byte[] octets = Arrays.copyOfRange(bytes, content + 1, end);
        if (octets.length > 0) {
            octets[octets.length - 1] &= (byte) (0xff << unused);
        }
        return octets;
    }

    /** Returns how many bits of the last octet of a bit string do not count. */
    int unusedBits() throws Der.Malformed {
        requireForm(false);
        if (content == end || (bytes[content] & 0xff) > 7) {
            throw new Der.Malformed("a bit string is not sound");
        }
        return bytes[content];
    }

    String objectIdentifier() throws Der.Malformed {
        require(OBJECT_IDENTIFIER);
        String known = KnownIdentifiers.find(bytes, content, end);
        return known == null ? KnownIdentifiers.keep(bytes, content, end, dotted()) : known;
    }

    private String dotted() throws Der.Malformed {
        if (content == end || bytes[end - 1] < 0) {
            throw new Der.Malformed("an object identifier is not sound");
        }
        StringBuilder out = new StringBuilder(end - content + end - content);
        int at = content;
        while (at < end) {
            if ((bytes[at] & 0xff) == 0x80) {
                throw new Der.Malformed("an object identifier is not sound");
            }
            int last = at;
            long arc = bytes[last] & 0x7f;
            while (bytes[last] < 0) {
                last++;
                arc = arc << 7 | bytes[last] & 0x7f;
            }
            if (last - at > 7) {
                throw new Der.Malformed("an object identifier has a number that is too long");
            }
            if (at == content) {
                long first = Math.min(arc / FIRST_ARCS, 2);
                out.append(first);
                arc -= first * FIRST_ARCS;
            }
            out.append('.').append(arc);
            at = last + 1;
        }
        return out.toString();
    }
}
