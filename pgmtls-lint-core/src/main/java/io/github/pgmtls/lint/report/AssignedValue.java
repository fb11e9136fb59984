package io.github.pgmtls.lint.report;

/**
 * Finds where a value ends that follows a name and {@code =} or {@code :} in any of the files that are read, by the
 * quotes around or in it. Asked in the order of the text, it looks at each character a fixed number of times.
 */
final class AssignedValue {

    private final String text;

    /** The quote that is open at {@link #seen}, or NUL. */
    private char open;

    private int seen;
    private int lineEnd = -1;

    AssignedValue(String text) {
        this.text = text;
    }

    /** Returns the end of the value that starts at an offset, which is not less than in the call before. */
    int end(int start) {
        advance(start);
        if (start > lineEnd) {
            lineEnd = logicalLineEnd(start);
        }
        return switch (open) {
            case '"' -> next('"', start);
            case '\'' -> endInString(start);
            default -> endUnquoted(start);
        };
    }

    private void advance(int to) {
        for (; seen < to; seen++) {
            char c = text.charAt(seen);
            if (c == '\n' || c == open) {
                open = 0;
            } else if (open == 0 && (c == '"' || c == '\'')) {
                open = c;
            }
        }
    }

    /** Returns the end of a value such as {@code secret}, {@code "the secret"} or {@code the" "secret}. */
    private int endUnquoted(int start) {
        int at = start;
        while (at < lineEnd) {
            char c = text.charAt(at);
            if (isBlank(c) && !continues(at)) {
                return at;
            }
            at = c == '"' || c == '\'' ? next(c, at + 1) + 1 : at + 1;
        }
        return lineEnd;
    }

    /**
     * Returns the end of a value in a connection string that is itself quoted. A quote in it is doubled or escaped;
     * where that starts the value, it may hold blanks, and the whole line counts.
     */
    private int endInString(int start) {
        if (text.startsWith("''", start) || text.startsWith("\\'", start)) {
            return lineEnd;
        }
        int at = start;
        while (at < lineEnd && !isBlank(text.charAt(at)) && text.charAt(at) != '\'') {
            at++;
        }
        return at;
    }

    private int next(char quote, int from) {
        int found = from < lineEnd ? text.indexOf(quote, from) : -1;
        return found < 0 || found > lineEnd ? lineEnd : found;
    }

    private static boolean isBlank(char c) {
        return c <= ' ';
    }

    /** Tells whether a line end does not end the line because a backslash stands before it. */
    private boolean continues(int at) {
        char c = text.charAt(at);
        int before = c == '\n' && at > 0 && text.charAt(at - 1) == '\r' ? at - 2 : at - 1;
        return (c == '\n' || c == '\r') && before >= 0 && text.charAt(before) == '\\';
    }

    private int logicalLineEnd(int from) {
        for (int lf = text.indexOf('\n', from); lf >= 0; lf = text.indexOf('\n', lf + 1)) {
            if (!continues(lf)) {
                return lf;
            }
        }
        return text.length();
    }
}
