package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.source.Span;
import io.github.pgmtls.lint.syntax.ConfToken.Kind;

/**
 * Cuts {@code postgresql.conf} into tokens as the server's scanner does: at each place the longest token wins, and of
 * equally long ones the first of {@link Kind} ({@code guc-file.l}; the same rules in PostgreSQL 10 to 19).
 */
final class ConfLexer {

    private final String text;
    private int position;

    ConfLexer(String text) {
        this.text = text;
    }

    /** Returns the next token, or one of kind {@link Kind#END} at the end. */
    ConfToken next() {
        skipGap();
        if (position == text.length()) {
            return token(Kind.END, position);
        }
        char c = text.charAt(position);
        if (c == '\n') {
            return token(Kind.END_OF_LINE, position + 1);
        }
        if (c == '=') {
            return token(Kind.EQUALS, position + 1);
        }
        if (c == '\'') {
            int end = endOfString();
            return end < 0 ? token(Kind.STRAY, position + 1) : token(Kind.STRING, end);
        }
        return isLetter(c) ? word() : number();
    }

    /** Returns what is left of the current line as one token; without it, an empty one. */
    ConfToken skipLine() {
        int end = text.indexOf('\n', position);
        return token(Kind.SKIPPED, end < 0 ? text.length() : end);
    }

    private ConfToken token(Kind kind, int end) {
        ConfToken token = new ConfToken(kind, new Span(position, end));
        position = end;
        return token;
    }

    private void skipGap() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '#') {
                int end = text.indexOf('\n', position);
                position = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                position++;
            } else {
                return;
            }
        }
    }

    private ConfToken word() {
        int identifier = endOfIdentifier(position);
        int end = identifier;
        while (isWordPart(at(end))) {
            end++;
        }
        if (end == identifier) {
            return token(Kind.IDENTIFIER, end);
        }
        boolean qualified = at(identifier) == '.' && isLetter(at(identifier + 1));
        boolean nothingElse = qualified && endOfIdentifier(identifier + 1) == end;
        return token(nothingElse ? Kind.QUALIFIED_IDENTIFIER : Kind.UNQUOTED_STRING, end);
    }

    private int endOfIdentifier(int start) {
        int end = start;
        while (isLetter(at(end)) || isDigit(at(end))) {
            end++;
        }
        return end;
    }

    private ConfToken number() {
        int start = position + (at(position) == '+' || at(position) == '-' ? 1 : 0);
        int digits = skipDigits(start);
        int real = endOfReal(digits);
        int integer = digits == start ? -1 : endOfInteger(start, digits);
        if (integer < 0 && real < 0) {
            return token(Kind.STRAY, position + 1);
        }
        return integer > real ? token(Kind.INTEGER, integer) : token(Kind.REAL, real);
    }

    /** A hexadecimal number swallows its digits before its letters, so {@code 0x1fkB} is one token. */
    private int endOfInteger(int start, int digits) {
        int end = digits;
        boolean hexadecimal = at(start) == '0' && at(start + 1) == 'x' && isHexDigit(at(start + 2));
        if (hexadecimal && digits == start + 1) {
            end = start + 2;
            while (isHexDigit(at(end))) {
                end++;
            }
        }
        while (isAsciiLetter(at(end))) {
            end++;
        }
        return end;
    }

    private int endOfReal(int digits) {
        if (at(digits) != '.') {
            return -1;
        }
        int end = skipDigits(digits + 1);
        if ((at(end) | 0x20) == 'e') {
            int exponent = end + 1 + (at(end + 1) == '+' || at(end + 1) == '-' ? 1 : 0);
            end = isDigit(at(exponent)) ? skipDigits(exponent) : end;
        }
        return end;
    }

    private int skipDigits(int start) {
        int end = start;
        while (isDigit(at(end))) {
            end++;
        }
        return end;
    }

    /** The longest string from here on; a quote may be doubled or follow a backslash. Negative if none is closed. */
    private int endOfString() {
        int closed = -1;
        int i = position + 1;
        while (i < text.length() && text.charAt(i) != '\n') {
            char c = text.charAt(i);
            if (c == '\\') {
                if (i + 1 == text.length() || text.charAt(i + 1) == '\n') {
                    break;
                }
                i += 2;
            } else if (c == '\'') {
                closed = i + 1;
                if (at(i + 1) != '\'') {
                    break;
                }
                i += 2;
            } else {
                i++;
            }
        }
        return closed;
    }

    private char at(int index) {
        return index < text.length() ? text.charAt(index) : '\n';
    }

    private static boolean isLetter(char c) {
        return isAsciiLetter(c) || c == '_' || c >= 0x80;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isHexDigit(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isWordPart(char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '.' || c == ':' || c == '/';
    }
}
