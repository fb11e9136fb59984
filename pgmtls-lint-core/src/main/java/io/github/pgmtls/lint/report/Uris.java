package io.github.pgmtls.lint.report;

import java.nio.charset.StandardCharsets;

/** Relative references of RFC 3986. */
final class Uris {

    private static final String UNRESERVED = "-._~/";

    private Uris() {}

    /** Returns a path as a relative reference: UTF-8, and everything percent-encoded that is not unreserved. */
    static String relative(String path) {
        StringBuilder out = new StringBuilder();
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean isPlain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (isPlain) {
                out.append(c);
            } else {
                out.append('%').append(digit(c >> 4)).append(digit(c & 0xf));
            }
        }
        return out.toString();
    }

    private static char digit(int value) {
        return "0123456789ABCDEF".charAt(value);
    }
}
