package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of one logical line, as {@code next_token} does. */
final class TokenScanner {

    private static final int PLAIN = 0;
    private static final int BLANK = 1;
    private static final int COMMA = 2;
    private static final int QUOTE = 3;
    private static final int COMMENT = 4;

    private static final byte[] KINDS = kinds(false);
    private static final byte[] KINDS_WITH_BLANK_CARRIAGE_RETURN = kinds(true);

    private final LineReader line;
    private final AuthFileSyntax syntax;
    private final TokenPool pool;
    private final byte[] bytes;
    private final byte[] kinds;
    private final int to;

    private int at;
    private boolean endedByComma;
    private boolean failed;

    TokenScanner(LineReader line, AuthFileSyntax syntax, TokenPool pool) {
        this.line = line;
        this.syntax = syntax;
        this.pool = pool;
        this.bytes = line.bytes();
        this.kinds = syntax.carriageReturnIsBlank() ? KINDS_WITH_BLANK_CARRIAGE_RETURN : KINDS;
        this.at = line.from();
        this.to = line.to();
    }

    /** Returns for each byte what it is to the scanner. */
    private static byte[] kinds(boolean carriageReturnIsBlank) {
        byte[] kinds = new byte[256];
        kinds[' '] = BLANK;
        kinds['\t'] = BLANK;
        kinds['\r'] = carriageReturnIsBlank ? (byte) BLANK : PLAIN;
        kinds[','] = COMMA;
        kinds['"'] = QUOTE;
        kinds['#'] = COMMENT;
        return kinds;
    }

    boolean atEnd() {
        return at >= to;
    }

    /** Tells whether a token was too long; the rest of the line is then lost. */
    boolean failed() {
        return failed;
    }

    /** Tells whether a comma stood right behind the last token, so that the field goes on. */
    boolean endedByComma() {
        return endedByComma;
    }

    /** Returns the next token; null at a comment, at the end of the line, or when the token is too long. */
    @Nullable
    AuthToken next(SourceFile file) {
        endedByComma = false;
        byte[] b = bytes;
        byte[] k = kinds;
        int start = at;
        while (start < to && (k[b[start] & 0xff] == BLANK || b[start] == ',')) {
            start++;
        }
        int end = start;
        int hash = 0;
        int stop = BLANK;
        while (end < to) {
            int c = b[end];
            stop = k[c & 0xff];
            if (stop != PLAIN) {
                break;
            }
            hash = 31 * hash + c;
            end++;
        }
        if (end < to && stop == QUOTE) {
            return nextQuoted(file, start);
        }
        endedByComma = end < to && stop == COMMA;
        // the server looks at the room in its buffer before it looks whether the next byte is a comma
        if (end - start + (endedByComma ? 1 : 0) > syntax.maxToken()) {
            return fail();
        }
        at = end < to && stop == COMMENT ? to : end;
        return start == end
                ? null
                : new AuthToken(file, line.offset(start), lastOffset(end), pool.get(b, start, end, hash), false);
    }

    /** The full rules of {@code next_token}, for tokens in which a quote occurs. */
    private @Nullable AuthToken nextQuoted(SourceFile file, int start) {
        StringBuilder value = new StringBuilder();
        boolean inQuote = false;
        boolean wasQuote = false;
        boolean initialQuote = false;
        int i = start;
        boolean comment = false;
        for (; i < to; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (!inQuote) {
                if (kinds[c] == BLANK) {
                    break;
                }
                if (c == '#') {
                    comment = true;
                    break;
                }
            }
            if (value.length() >= syntax.maxToken()) {
                return fail();
            }
            if (c == ',' && !inQuote) {
                endedByComma = true;
                break;
            }
            if (c != '"' || wasQuote) {
                value.append(c);
            }
            // a doubled quote within quotes stands for one
            wasQuote = inQuote && c == '"' && !wasQuote;
            if (c == '"') {
                inQuote = !inQuote;
                if (value.length() == 0) {
                    initialQuote = true;
                }
            }
        }
        at = comment ? to : i;
        return new AuthToken(file, line.offset(start), lastOffset(i), value.toString(), initialQuote);
    }

    private int lastOffset(int end) {
        // behind the last byte of the token, not before the first of a joined line
        return line.offset(end - 1) + 1;
    }

    private @Nullable AuthToken fail() {
        failed = true;
        at = to;
        return null;
    }
}
