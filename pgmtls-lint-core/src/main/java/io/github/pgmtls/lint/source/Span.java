package io.github.pgmtls.lint.source;

/**
 * A half-open range of byte offsets into one {@link SourceFile}. Offsets are the only truth about a place; line and
 * column are derived from them by {@link SourceFile#position(int)}.
 *
 * @param start offset of the first byte, 0 or greater
 * @param end offset behind the last byte, not less than {@code start}
 */
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    /** Returns the number of bytes covered. */
    public int length() {
        return end - start;
    }

    @Override
    public int hashCode() {
        return 31 * start + end;
    }

    /** Returns the smallest span that holds this one and the other. */
    public Span to(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end));
    }
}
