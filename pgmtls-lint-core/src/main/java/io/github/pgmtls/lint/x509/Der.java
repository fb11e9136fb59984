package io.github.pgmtls.lint.x509;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;

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

    /**
     * Gives those a second chance who know definite lengths and unbroken strings only. OpenSSL knows the other forms of
     * BER too.
     *
     * @param bytes what they have failed to read
     * @param failure how they have failed; thrown if the bytes have the forms that they know
     * @return the first value with definite lengths and unbroken strings
     */
    static byte[] definite(byte[] bytes, Malformed failure) throws Malformed {
        byte[] definite;
        try {
            definite = guard(() -> read(bytes).getEncoded("DL"));
        } catch (Malformed e) {
            throw failure;
        }
        if (startsWith(bytes, definite)) {
            throw failure;
        }
        return definite;
    }

    /** Returns the first value as it is encoded, with whatever kinds of length. */
    static byte[] encoding(byte[] bytes) throws Malformed {
        return guard(() -> read(bytes).getEncoded());
    }

    /** Returns the first element of a sequence as it is encoded, with whatever kinds of length. */
    static byte[] firstElement(byte[] bytes) throws Malformed {
        return guard(() -> ASN1Sequence.getInstance(read(bytes))
                .getObjectAt(0)
                .toASN1Primitive()
                .getEncoded());
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
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

    /** Returns bytes as a byte string. */
    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Returns the bytes of a byte string. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
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
