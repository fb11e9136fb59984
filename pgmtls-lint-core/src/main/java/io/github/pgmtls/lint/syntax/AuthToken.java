package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;

/**
 * A token of an authentication file.
 *
 * @param file where it stands
 * @param start offset of its first byte, quotes included
 * @param end offset behind its last byte, quotes included
 * @param value the token without quotes, as a byte string
 * @param quoted whether a quote was met before any other byte of it: then keywords and prefixes lose their meaning
 */
public record AuthToken(SourceFile file, int start, int end, String value, boolean quoted) {

    /** Returns its place. */
    public Span span() {
        return new Span(start, end);
    }

    /** Tells whether it is the unquoted keyword. */
    public boolean isKeyword(String keyword) {
        return !quoted && value.equals(keyword);
    }
}
