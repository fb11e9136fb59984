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
        boolean overflow = false;
        for (; at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
            int digit = text.charAt(at) - '0';
            overflow |= value < (Long.MIN_VALUE + digit) / 10 || (!negative && value < -(Long.MAX_VALUE - digit) / 10);
            value = overflow ? value : value * 10 - digit;
        }
        // glibc reads a long, stops at its limits, and keeps the lower half
        long limit = negative ? Long.MIN_VALUE : Long.MAX_VALUE;
        return (int) (overflow ? limit : negative ? value : -value);
    }
}
