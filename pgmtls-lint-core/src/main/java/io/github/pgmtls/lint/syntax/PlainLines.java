package io.github.pgmtls.lint.syntax;

/** Takes lines that are so plain that nobody needs their tokens now. */
public interface PlainLines {

    /** Takes nothing. */
    PlainLines NONE = (bytes, from, to, number) -> 0;

    /**
     * Takes a line or leaves it to be cut into tokens.
     *
     * @param bytes the bytes of the file
     * @param from where the line begins
     * @param to where it ends, without its line end
     * @param number the line number as the server counts it
     * @return how many tokens it has, at most one for each two bytes; 0 if it is not taken
     */
    int take(byte[] bytes, int from, int to, int number);
}
