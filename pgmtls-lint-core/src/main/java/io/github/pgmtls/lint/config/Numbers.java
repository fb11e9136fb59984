package io.github.pgmtls.lint.config;

/** Numbers as the C library reads them. */
final class Numbers {

    private Numbers() {}

    /** Returns what {@code atoi} makes of a text: leading white space, a sign, digits up to the first other byte. */
    static int atoi(String text) {
        int at = 0;
        while (at < text.length() && " \t\n\u000b\f\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean negative = at < text.length() && text.charAt(at) == '-';
        if (negative || (at < text.length() && text.charAt(at) == '+')) {
            at++;
        }
        long value = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            // glibc reads a long, stops at its limit, and keeps the lower half
            value = value > (Long.MAX_VALUE - 9) / 10 ? Long.MAX_VALUE : value * 10 + (text.charAt(at) - '0');
            at++;
        }
        return (int) (negative ? -value : value);
    }
}
