package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A logical line of an authentication file that holds tokens or an error.
 *
 * @param file where it stands
 * @param number the line number as the server counts it, 1-based: that of its first physical line
 * @param span its bytes without the last line end
 * @param fields its fields; none if an error came first
 * @param error what kept the server from reading it
 */
public record AuthLine(SourceFile file, int number, Span span, List<AuthField> fields, Optional<String> error) {

    /** Returns the place from its first to its last token, or the whole line if it has none. */
    public Span tokenSpan() {
        return fields.isEmpty()
                ? span
                : fields.get(0).span().to(fields.get(fields.size() - 1).span());
    }
}
