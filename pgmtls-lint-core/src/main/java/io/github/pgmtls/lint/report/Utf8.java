package io.github.pgmtls.lint.report;

/** Reads UTF-8 (RFC 3629) one character at a time from a byte string, so that what is not UTF-8 can be shown as such. */
final class Utf8 {

    private Utf8() {}

    /** Returns the number of bytes of the character that starts at an offset, or 0 if none starts there. */
    static int length(String bytes, int at) {
        int lead = bytes.charAt(at);
        int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (at + length > bytes.length()) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes.charAt(at + i) & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length == 0 || isShortest(codePoint(bytes, at, length), length) ? length : 0;
    }

    /** Returns the character of a known length that starts at an offset. */
    static int codePoint(String bytes, int at, int length) {
        int lead = bytes.charAt(at);
        int value = length == 1 ? lead : lead & (0xff >> (length + 1));
        for (int i = 1; i < length; i++) {
            value = (value << 6) | (bytes.charAt(at + i) & 0x3f);
        }
        return value;
    }

    private static boolean isShortest(int codePoint, int length) {
        return switch (length) {
            case 1 -> true;
            case 2 -> codePoint >= 0x80;
            case 3 -> codePoint >= 0x800 && (codePoint < 0xd800 || codePoint > 0xdfff);
            default -> codePoint >= 0x10000 && codePoint <= 0x10ffff;
        };
    }
}
