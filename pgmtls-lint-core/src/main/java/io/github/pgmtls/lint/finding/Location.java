package io.github.pgmtls.lint.finding;

import io.github.pgmtls.lint.source.Position;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.source.Span;

/**
 * A place in a file and what is to be seen there.
 *
 * @param file the file
 * @param span the bytes meant; empty for a whole file of which no part is to blame
 * @param label one phrase that says what is there, such as {@code this record matches first}; may be empty
 */
public record Location(SourceFile file, Span span, String label) {

    /** Makes a location without a label. */
    public static Location of(SourceFile file, Span span) {
        return new Location(file, span, "");
    }

    /** Makes a location at the start of a file. */
    public static Location of(SourceFile file) {
        return new Location(file, new Span(0, 0), "");
    }

    /** Returns the same place with a label. */
    public Location labelled(String newLabel) {
        return new Location(file, span, newLabel);
    }

    /** Returns the part of this place that is in its first line: of a PEM block, the line with the label. */
    public Location firstLine() {
        Span line = file.lineSpan(start().line());
        return new Location(
                file, new Span(span.start(), Math.max(span.start(), Math.min(span.end(), line.end()))), label);
    }

    /** Returns the first position. */
    public Position start() {
        return file.position(span.start());
    }

    /** Returns the position behind the last one. */
    public Position end() {
        return file.position(span.end());
    }

    @Override
    public int hashCode() {
        return 31 * file.hashCode() + span.hashCode();
    }

    /** Returns {@code path:line:column}. */
    @Override
    public String toString() {
        Position start = start();
        return file.path() + ":" + start.line() + ":" + start.column();
    }
}
