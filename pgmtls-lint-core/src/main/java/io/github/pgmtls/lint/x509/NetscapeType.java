package io.github.pgmtls.lint.x509;

/** Netscape's certificate types, in the order of the extension's bits; obsolete, but OpenSSL still obeys them. */
public enum NetscapeType {
    CLIENT("client"),
    SERVER("server"),
    EMAIL("email"),
    OBJECT_SIGNING("objsign"),
    RESERVED("reserved"),
    SSL_CA("sslCA"),
    EMAIL_CA("emailCA"),
    OBJECT_CA("objCA");

    private final String word;

    NetscapeType(String word) {
        this.word = word;
    }

    /** Returns the name as OpenSSL's configuration files write it. */
    public String word() {
        return word;
    }
}
