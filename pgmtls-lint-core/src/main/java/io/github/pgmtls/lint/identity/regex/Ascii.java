package io.github.pgmtls.lint.identity.regex;

/** Kinds of characters in the C locale, where bytes from 128 are of no kind. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isLetter(int c) {
        return isUpper(c) || isLower(c);
    }

    static boolean isLetterOrDigit(int c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isWord(int c) {
        return isLetterOrDigit(c) || c == '_';
    }

    static boolean isSpace(int c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static int lower(int c) {
        return isUpper(c) ? c + ('a' - 'A') : c;
    }

    static int upper(int c) {
        return isLower(c) ? c - ('a' - 'A') : c;
    }
}
