package io.github.pgmtls.lint.testing.postgres;

/** How a client reaches the server. */
public enum Transport {
    /** The Unix-domain socket. */
    LOCAL,
    /** TCP without encryption. */
    PLAIN,
    /** TCP with TLS, as libpq with {@code sslmode=require} asks for it. */
    TLS
}
