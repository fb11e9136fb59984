package io.github.pgmtls.lint.access;

/** Comparison of host names. Source: {@code hostname_match} in {@code hba.c}. */
final class HostNames {

    private HostNames() {}

    /** Tells whether a name equals a pattern, or ends in it if that starts with a dot; the case of ASCII is ignored. */
    static boolean matches(String pattern, String name) {
        int start = pattern.startsWith(".") ? name.length() - pattern.length() : 0;
        return start >= 0 && lowerCase(name.substring(start)).equals(lowerCase(pattern));
    }

    static String lowerCase(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (isUpper(name.charAt(i))) {
                StringBuilder lower = new StringBuilder(name);
                for (int j = i; j < lower.length(); j++) {
                    char c = lower.charAt(j);
                    lower.setCharAt(j, isUpper(c) ? (char) (c + 32) : c);
                }
                return lower.toString();
            }
        }
        return name;
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
