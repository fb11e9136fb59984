package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.source.Span;

/**
 * A token of {@code postgresql.conf}. What lies between two tokens is blanks (space, tab, CR) and comments.
 *
 * @param kind what the token is
 * @param span its bytes; empty for {@link Kind#END}
 */
public record ConfToken(Kind kind, Span span) {

    /** The kinds of tokens of the server's scanner ({@code guc-file.l}), and one for what it skips. */
    public enum Kind {
        /** A letter, {@code _} or byte from 0x80 on, then more of these or digits. */
        IDENTIFIER,
        /** Two identifiers joined by a dot; a name, but never a value. */
        QUALIFIED_IDENTIFIER,
        /** Text in single quotes on one line. */
        STRING,
        /** An identifier that goes on with {@code - . _ : /}. */
        UNQUOTED_STRING,
        /** A decimal or hexadecimal whole number with letters behind it. */
        INTEGER,
        /** A number with a point and perhaps an exponent; no letters behind it. */
        REAL,
        /** The sign {@code =}. */
        EQUALS,
        /** The line feed. */
        END_OF_LINE,
        /** One byte that starts none of these. */
        STRAY,
        /** The rest of a line after a syntax error, which the server reads only to find the end of the line. */
        SKIPPED,
        /** The end of the file. */
        END;

        boolean isName() {
            return this == IDENTIFIER || this == QUALIFIED_IDENTIFIER;
        }

        boolean isValue() {
            return this == IDENTIFIER || this == STRING || this == INTEGER || this == REAL || this == UNQUOTED_STRING;
        }

        boolean endsLine() {
            return this == END_OF_LINE || this == END;
        }
    }
}
