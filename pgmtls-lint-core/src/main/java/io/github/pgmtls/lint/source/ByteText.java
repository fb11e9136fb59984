package io.github.pgmtls.lint.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Byte strings: Java strings in which every char stands for one byte (0 to 255).
 *
 * <p>A PostgreSQL server reads its files and compares names as bytes, whatever their encoding, so the model of those
 * files does the same. A byte string becomes text only where a person reads it.
 */
public final class ByteText {

    private ByteText() {}

    /** Returns the byte string of the UTF-8 form of a text. */
    public static String encode(String text) {
        if (isAscii(text)) {
            return text;
        }
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns the text that a byte string holds as UTF-8; if it holds something else, one char per byte (as Latin-1
     * would show it).
     */
    public static String decode(String bytes) {
        if (isAscii(bytes)) {
            return bytes;
        }
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        try {
            return strict.decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return bytes;
        }
    }

    private static boolean isAscii(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (s.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
