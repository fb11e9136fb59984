package io.github.pgmtls.lint.config;

/** What a record demands of the client's certificate besides its method. */
public enum ClientCert {
    /** Nothing. */
    OFF(""),
    /** A certificate of a trusted CA, whatever name it carries. */
    VERIFY_CA("verify-ca"),
    /** A certificate of a trusted CA whose name is, or maps to, the user. */
    VERIFY_FULL("verify-full");

    private final String keyword;

    ClientCert(String keyword) {
        this.keyword = keyword;
    }

    /** Returns the word in the file; empty for {@link #OFF}. */
    public String keyword() {
        return keyword;
    }
}
