package io.github.pgmtls.lint.x509;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.jspecify.annotations.Nullable;

/** Reads DER with Bouncy Castle such that whatever the bytes are, the outcome is a value or one checked exception. */
final class Der {

    /** OpenSSL 1.1.1 and 3.0 refuse more; it also bounds Bouncy Castle's recursion. */
    private static final int DEEPEST = 30;

    private Der() {}

    /** Bytes that are not what they should be. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }

        Malformed(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A piece of work on ASN.1 values that fails in one of Bouncy Castle's many ways if they are not as expected. */
    interface Reading<T> {
        T read() throws IOException, Malformed;
    }

    /** Does the work and turns every way in which it fails into one. */
    static <T> T guard(Reading<T> reading) throws Malformed {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            String message = e.getMessage();
            throw new Malformed(message == null ? "unexpected structure" : message, e);
        }
    }

    /** Reads one value; bytes after it are ignored, as OpenSSL does in PEM blocks. */
    static ASN1Primitive read(byte[] bytes) throws Malformed {
        return guard(() -> {
            checkDepth(bytes);
            try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(bytes), bytes.length)) {
                ASN1Primitive value = in.readObject();
                if (value == null) {
                    throw new Malformed("no data");
                }
                return value;
            }
        });
    }

    /** Reads one value that must fill the bytes. */
    static ASN1Primitive readAll(byte[] bytes) throws Malformed {
        return guard(() -> {
            checkDepth(bytes);
            return ASN1Primitive.fromByteArray(bytes);
        });
    }

    static ASN1Sequence sequence(byte[] bytes) throws Malformed {
        return guard(() -> ASN1Sequence.getInstance(readAll(bytes)));
    }

    /** Walks over a sequence whose elements are known by order and tag. */
    static final class Cursor {
        private final Enumeration<?> elements;
        private @Nullable ASN1Encodable head;

        Cursor(ASN1Sequence sequence) {
            elements = sequence.getObjects();
            advance();
        }

        private void advance() {
            head = elements.hasMoreElements() ? (ASN1Encodable) elements.nextElement() : null;
        }

        ASN1Encodable next() throws Malformed {
            ASN1Encodable value = head;
            if (value == null) {
                throw new Malformed("an element is missing");
            }
            advance();
            return value;
        }

        /** Takes the next element if it is of the type. */
        <T> Optional<T> nextIf(Class<T> type) {
            ASN1Encodable value = head;
            if (value == null || !type.isInstance(value.toASN1Primitive())) {
                return Optional.empty();
            }
            advance();
            return Optional.of(type.cast(value.toASN1Primitive()));
        }

        /** Tells whether the next element is a time. */
        boolean nextIsTime() {
            ASN1Encodable value = head;
            return value != null && Times.isTime(value);
        }

        /** Takes the next element if it has a context-specific tag. */
        Optional<ASN1TaggedObject> nextTagged(int tag) {
            ASN1Encodable value = head;
            if (value != null
                    && value.toASN1Primitive() instanceof ASN1TaggedObject tagged
                    && tagged.hasContextTag(tag)) {
                advance();
                return Optional.of(tagged);
            }
            return Optional.empty();
        }

        void end() throws Malformed {
            if (head != null) {
                throw new Malformed("there are more elements than expected");
            }
        }
    }

    /** The bytes of one value within others. */
    record Slice(byte[] bytes, int contentStart) {}

    /** Returns the bytes of the value at an offset; nothing if its length is not definite. */
    static Optional<Slice> slice(byte[] bytes, int offset) {
        if (offset + 2 > bytes.length || (bytes[offset] & 0x1f) == 0x1f) {
            return Optional.empty();
        }
        int length = bytes[offset + 1] & 0xff;
        int start = offset + 2;
        if (length >= 0x80) {
            int octets = length - 0x80;
            if (octets == 0 || octets > 4 || start + octets > bytes.length) {
                return Optional.empty();
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | bytes[start++] & 0xff;
            }
        }
        boolean fits = length >= 0 && length <= bytes.length - start;
        return fits
                ? Optional.of(new Slice(Arrays.copyOfRange(bytes, offset, start + length), start))
                : Optional.empty();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Walks over the tags and lengths without recursion; definite and indefinite lengths. */
    private static void checkDepth(byte[] bytes) throws Malformed {
        Deque<Integer> ends = new ArrayDeque<>();
        int at = 0;
        do {
            while (!ends.isEmpty() && ends.element() >= 0 && at >= ends.element()) {
                ends.pop();
            }
            if (at >= bytes.length || (ends.isEmpty() && at > 0)) {
                return;
            }
            boolean constructed = (bytes[at] & 0x20) != 0;
            boolean manyByteTag = (bytes[at] & 0x1f) == 0x1f;
            at++;
            while (manyByteTag && at < bytes.length && bytes[at] < 0) {
                at++;
            }
            at += manyByteTag ? 1 : 0;
            if (at >= bytes.length) {
                throw new Malformed("the data is cut off");
            }
            int length = bytes[at++] & 0xff;
            if (length == 0x80) {
                ends.push(-1);
            } else {
                if (length > 0x80) {
                    int octets = length - 0x80;
                    if (octets > 4 || at + octets > bytes.length) {
                        throw new Malformed("a length is not sound");
                    }
                    length = 0;
                    for (int i = 0; i < octets; i++) {
                        length = length << 8 | bytes[at++] & 0xff;
                    }
                }
                if (length < 0 || length > bytes.length - at) {
                    throw new Malformed("the data is cut off");
                }
                if (constructed) {
                    ends.push(at + length);
                } else if (isEndOfContents(bytes, at, length) && !ends.isEmpty() && ends.element() < 0) {
                    ends.pop();
                } else {
                    at += length;
                }
            }
            if (ends.size() > DEEPEST) {
                throw new Malformed("the data is nested too deeply");
            }
        } while (true);
    }

    private static boolean isEndOfContents(byte[] bytes, int contentStart, int length) {
        return length == 0 && contentStart >= 2 && bytes[contentStart - 2] == 0;
    }
}
