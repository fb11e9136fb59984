package io.github.pgmtls.lint.syntax;

/** Quoted values of {@code postgresql.conf} ({@code DeescapeQuotedString}, in old versions {@code GUC_scanstr}). */
final class ConfString {

    private ConfString() {}

    /**
     * Returns the value of a quoted string: without its quotes, {@code ''} as one quote and escapes resolved. The server
     * handles it as a C string, so a NUL byte ends the text: written directly, it also costs the byte before it, which
     * is taken for the closing quote.
     *
     * @param quoted a token of kind {@link ConfToken.Kind#STRING}
     */
    static String value(String quoted) {
        int nul = quoted.indexOf('\0');
        String inner = quoted.substring(1, nul < 0 ? quoted.length() : nul);
        String copied = copy(inner);
        String unclosed = copied.isEmpty() ? "" : copied.substring(0, copied.length() - 1);
        int end = unclosed.indexOf('\0');
        return end < 0 ? unclosed : unclosed.substring(0, end);
    }

    private static String copy(String inner) {
        if (inner.indexOf('\\') < 0 && inner.indexOf('\'') == inner.length() - 1) {
            return inner;
        }
        StringBuilder copy = new StringBuilder(inner.length());
        int i = 0;
        while (i < inner.length()) {
            char c = inner.charAt(i);
            char next = i + 1 < inner.length() ? inner.charAt(i + 1) : '\0';
            if (c == '\\' && isOctal(next)) {
                i = octal(inner, i + 1, copy);
            } else if (c == '\\') {
                copy.append(escape(next));
                i += 2;
            } else {
                copy.append(c);
                i += c == '\'' && next == '\'' ? 2 : 1;
            }
        }
        return copy.toString();
    }

    /** Appends the byte of one to three octal digits; the ninth bit of {@code \777} is lost. */
    private static int octal(String inner, int start, StringBuilder copy) {
        int value = 0;
        int i = start;
        while (i < inner.length() && i < start + 3 && isOctal(inner.charAt(i))) {
            value = value * 8 + inner.charAt(i) - '0';
            i++;
        }
        copy.append((char) (value & 0xFF));
        return i;
    }

    private static char escape(char c) {
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }
}
