package io.github.pgmtls.lint.postgres;

/** How a client reaches the server. */
public enum Transport {
    /** A Unix-domain socket. */
    LOCAL("local"),
    /** TCP without encryption. */
    PLAIN("plain"),
    /** TCP under TLS. */
    TLS("tls"),
    /** TCP under GSSAPI encryption (12 on). */
    GSS("gss");

    private final String word;

    Transport(String word) {
        this.word = word;
    }

    /** Returns the lower-case word for it. */
    public String word() {
        return word;
    }
}
