package io.github.pgmtls.lint.x509;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The kinds of string that a name's attribute may be (X.680, section 8.4). */
public enum StringType {
    BIT_STRING(3, false),
    UTF8(12, true),
    SEQUENCE(16, false),
    NUMERIC(18, false),
    PRINTABLE(19, true),
    T61(20, true),
    IA5(22, true),
    UNIVERSAL(28, true),
    BMP(30, true),
    /** Any other type; OpenSSL reads some of them and prints them as hexadecimal digits. */
    OTHER(0, false);

    private static final StringType[] BY_TAG = byTag();

    /** Numbers of tags that no attribute has: of no string, or of strings that OpenSSL does not take for one of a name. */
    private static final Set<Integer> REFUSED = Set.of(0, 1, 2, 4, 5, 6, 10, 17, 21, 23, 24, 25, 26, 27);

    private final int tag;
    private final boolean canonical;

    StringType(int tag, boolean canonical) {
        this.tag = tag;
        this.canonical = canonical;
    }

    private static StringType[] byTag() {
        StringType[] types = new StringType[32];
        Arrays.fill(types, OTHER);
        for (StringType type : values()) {
            if (type != OTHER) {
                types[type.tag] = type;
            }
        }
        return types;
    }

    static StringType of(int firstOctet) throws Der.Malformed {
        int tag = firstOctet & 0x1f;
        boolean constructed = (firstOctet & 0x20) != 0;
        StringType type = BY_TAG[tag];
        if (REFUSED.contains(tag) || (firstOctet & 0xc0) != 0 || constructed != (type == SEQUENCE)) {
            throw new Der.Malformed("an attribute is not a string");
        }
        return type;
    }

    /** Tells whether OpenSSL compares values of this type by characters and not by bytes. */
    boolean isCanonical() {
        return canonical;
    }

    /** Returns the number of bytes of a character: 1, 2 or 4; 0 for UTF-8. */
    int width() {
        return switch (this) {
            case UTF8 -> 0;
            case BMP -> 2;
            case UNIVERSAL -> 4;
            default -> 1;
        };
    }

    /** Checks the content, given as a byte string. */
    void requireSound(String content) throws Der.Malformed {
        if (width() > 1 && content.length() % width() != 0) {
            throw new Der.Malformed("a string has a part of a character");
        }
        if (this == UTF8 && !isAscii(content) && !isUtf8(content)) {
            throw new Der.Malformed("a UTF-8 string is not UTF-8");
        }
    }

    private static boolean isAscii(String content) {
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(String content) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Der.bytes(content)));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
