package io.github.pgmtls.lint;

/** What cannot be linted at all. The message names the file, the line if there is one, and the way out. */
public final class LintException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LintException(String message) {
        super(message);
    }

    public LintException(String message, Throwable cause) {
        super(message, cause);
    }
}
