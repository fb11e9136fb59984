package io.github.pgmtls.lint.x509;

import java.util.Arrays;
import java.util.Optional;

/**
 * Base64 as OpenSSL's {@code EVP_DecodeUpdate} reads it: blanks anywhere, padding only at the end, and a dash ends the
 * data, whatever follows it.
 */
final class Base64Data {

    private static final byte INVALID = -1;
    private static final byte BLANK = -2;
    private static final byte END = -3;
    private static final byte[] VALUES = values();

    private Base64Data() {}

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, INVALID);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < alphabet.length(); i++) {
            values[alphabet.charAt(i)] = (byte) i;
        }
        values['='] = 0;
        values[' '] = BLANK;
        values['\t'] = BLANK;
        values['\n'] = BLANK;
        values['\r'] = BLANK;
        values['-'] = END;
        return values;
    }

    /** Returns the decoded bytes, or nothing if it is not base64. Those given are overwritten. */
    static Optional<byte[]> decode(byte[] text) {
        int length = 0;
        int bits = 0;
        int count = 0;
        int padding = 0;
        for (byte c : text) {
            int value = VALUES[c & 0xff];
            if (value == BLANK) {
                continue;
            }
            if (value == END) {
                break;
            }
            if (c == '=') {
                padding++;
            }
            if (value == INVALID || padding > 2 || (padding > 0 && c != '=')) {
                return Optional.empty();
            }
            bits = bits << 6 | value;
            if (++count % 4 == 0) {
                text[length++] = (byte) (bits >> 16);
                text[length++] = (byte) (bits >> 8);
                text[length++] = (byte) bits;
            }
        }
        if (count % 4 != 0) {
            return Optional.empty();
        }
        return Optional.of(Arrays.copyOf(text, length - padding));
    }
}
