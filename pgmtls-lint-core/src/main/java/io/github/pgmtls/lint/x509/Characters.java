package io.github.pgmtls.lint.x509;

import java.util.function.IntConsumer;

/** Converts the values of attributes to UTF-8 the way OpenSSL does. */
final class Characters {

    private Characters() {}

    /** Feeds the bytes of the UTF-8 form of a value, given as a byte string. */
    static void utf8(StringType type, String value, IntConsumer out) {
        int width = type.width();
        if (width == 0) {
            for (int i = 0; i < value.length(); i++) {
                out.accept(value.charAt(i));
            }
            return;
        }
        for (int i = 0; i + width <= value.length(); i += width) {
            int character = 0;
            for (int k = 0; k < width; k++) {
                character = character << 8 | value.charAt(i + k);
            }
            encode(character, out);
        }
    }

    private static void encode(int c, IntConsumer out) {
        if (c >= 0 && c < 0x80) {
            out.accept(c);
        } else if (c >= 0 && c < 0x800) {
            out.accept(0xc0 | c >> 6);
            out.accept(0x80 | c & 0x3f);
        } else if (c >= 0 && c < 0x10000) {
            out.accept(0xe0 | c >> 12);
            out.accept(0x80 | c >> 6 & 0x3f);
            out.accept(0x80 | c & 0x3f);
        } else {
            out.accept(0xf0 | c >> 18 & 0x07);
            out.accept(0x80 | c >> 12 & 0x3f);
            out.accept(0x80 | c >> 6 & 0x3f);
            out.accept(0x80 | c & 0x3f);
        }
    }
}
