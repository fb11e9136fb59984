package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** Reads the tokens of one logical line, as {@code next_token} does. */
final class TokenScanner {

    private final LineReader line;
    private final AuthFileSyntax syntax;
    private final TokenPool pool;
    private final String text;
    private final int to;

    private int at;
    private boolean endedByComma;
    private boolean failed;

    TokenScanner(LineReader line, AuthFileSyntax syntax, TokenPool pool) {
        this.line = line;
        this.syntax = syntax;
        this.pool = pool;
        this.text = line.text();
        this.at = line.from();
        this.to = line.to();
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
        while (at < to && (isBlank(text.charAt(at)) || text.charAt(at) == ',')) {
            at++;
        }
        int start = at;
        int end = start;
        while (end < to && isPlain(text.charAt(end))) {
            end++;
        }
        if (end < to && text.charAt(end) == '"') {
            return nextQuoted(file, start);
        }
        at = end;
        boolean comment = end < to && text.charAt(end) == '#';
        endedByComma = end < to && text.charAt(end) == ',';
        // the server looks at the room in its buffer before it looks whether the next byte is a comma
        if (end - start + (endedByComma ? 1 : 0) > syntax.maxToken()) {
            return fail();
        }
        if (comment) {
            at = to;
        }
        return start == end
                ? null
                : new AuthToken(file, line.offset(start), lastOffset(end), pool.get(text, start, end), false);
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
            char c = text.charAt(i);
            if (!inQuote) {
                if (isBlank(c)) {
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
        String dequoted = pool.get(value.toString());
        return new AuthToken(file, line.offset(start), lastOffset(i), dequoted, initialQuote);
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

    private boolean isPlain(char c) {
        return c != '"' && c != ',' && c != '#' && !isBlank(c);
    }

    private boolean isBlank(char c) {
        return c == ' ' || c == '\t' || (c == '\r' && syntax.carriageReturnIsBlank());
    }
}
