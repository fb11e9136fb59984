package io.github.pgmtls.lint.source;

/**
 * A place as people and report formats name it.
 *
 * @param line 1-based line number; lines end at LF, CR LF, or the end of the file
 * @param column 1-based column in UTF-16 code units of the line decoded as UTF-8 (a byte that is not UTF-8 counts as one)
 */
public record Position(int line, int column) {}
