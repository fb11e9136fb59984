package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.source.Span;
import java.util.List;

/**
 * A field (column) of an authentication file: tokens joined by commas.
 *
 * @param tokens one or more
 */
public record AuthField(List<AuthToken> tokens) {

    /** Returns the first token. */
    public AuthToken first() {
        return tokens.get(0);
    }

    /** Returns the place from the first to the last token; all are of one file unless a list file was expanded. */
    public Span span() {
        return first().span().to(tokens.get(tokens.size() - 1).span());
    }
}
