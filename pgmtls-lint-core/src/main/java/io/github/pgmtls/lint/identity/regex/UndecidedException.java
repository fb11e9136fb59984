package io.github.pgmtls.lint.identity.regex;

/** Ends work that would go beyond a limit. It never leaves this package. */
final class UndecidedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UndecidedException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
