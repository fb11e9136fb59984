package io.github.pgmtls.lint.x509;

/** Comparison of byte strings without regard to the case of ASCII letters. */
final class Ascii {

    private Ascii() {}

    static boolean equalsIgnoringCase(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if (lower(a.charAt(i)) != lower(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean endsWithIgnoringCase(String whole, String end) {
        return whole.length() >= end.length()
                && equalsIgnoringCase(whole.substring(whole.length() - end.length()), end);
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
