package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.ConfLine;

/** An item of the list that reading {@code postgresql.conf} with its includes gives ({@code ConfigVariable}). */
sealed interface ConfItem {

    /** A line that gives a parameter a value. */
    record Assignment(SourceFile file, ConfLine.Entry entry) implements ConfItem {}

    /**
     * An error of reading, as the view shows it.
     *
     * @param file the path that the row names, as a byte string
     * @param line the line that the row names
     * @param error the text of the row
     */
    record Failure(String file, int line, String error) implements ConfItem {}
}
