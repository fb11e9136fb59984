package io.github.pgmtls.lint.rules.identity;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.regex.PostgresRegex;
import io.github.pgmtls.lint.regex.RegexMatch;
import java.util.Optional;

/** The text of the first group of a regular expression, to ask which names it can stand for. */
final class FirstGroup {

    private FirstGroup() {}

    /** What is known of a group that is filled in. */
    enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Tells whether the first group of an expression can match exactly this text, for some name that it matches. */
    static Answer canBe(String expression, String text, PostgresVersion version) {
        Optional<String> body = body(expression);
        if (body.isEmpty()) {
            return Answer.UNKNOWN;
        }
        Optional<PostgresRegex> whole =
                PostgresRegex.compile("^(?:" + body.get() + ")$", version).regex();
        RegexMatch match =
                whole.isPresent() ? whole.get().match(text) : new RegexMatch.Undecided("it does not stand alone");
        if (match instanceof RegexMatch.Undecided) {
            return Answer.UNKNOWN;
        }
        return match.found().isPresent() ? Answer.YES : Answer.NO;
    }

    /** Returns what stands in the first capturing parentheses; nothing for other flavours and back references. */
    private static Optional<String> body(String expression) {
        if (expression.startsWith("***") || expression.startsWith("(?")) {
            return Optional.empty();
        }
        int depth = 0;
        int start = -1;
        int startDepth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\') {
                i++;
                if (i < expression.length() && Character.isDigit(expression.charAt(i))) {
                    return Optional.empty();
                }
            } else if (c == '[') {
                i = endOfBrackets(expression, i);
            } else if (c == '(') {
                depth++;
                if (start < 0 && !expression.startsWith("(?", i)) {
                    start = i + 1;
                    startDepth = depth;
                }
            } else if (c == ')') {
                if (start >= 0 && depth == startDepth) {
                    return Optional.of(expression.substring(start, i));
                }
                depth--;
            }
        }
        return Optional.empty();
    }

    private static int endOfBrackets(String expression, int open) {
        int i = open + 1;
        if (i < expression.length() && expression.charAt(i) == '^') {
            i++;
        }
        int first = i;
        while (i < expression.length() && (expression.charAt(i) != ']' || i == first)) {
            boolean named = expression.charAt(i) == '['
                    && i + 1 < expression.length()
                    && ":.=".indexOf(expression.charAt(i + 1)) >= 0;
            int end = named ? expression.indexOf(expression.charAt(i + 1) + "]", i + 2) : -1;
            i = end >= 0 ? end + 2 : expression.charAt(i) == '\\' ? i + 2 : i + 1;
        }
        return i;
    }
}
