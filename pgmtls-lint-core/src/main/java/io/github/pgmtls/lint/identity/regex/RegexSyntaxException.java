package io.github.pgmtls.lint.identity.regex;

/** Ends the reading of a pattern at its first error. It never leaves this package. */
final class RegexSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RegexError error;

    RegexSyntaxException(RegexError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    RegexError error() {
        return error;
    }
}
