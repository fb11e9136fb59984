package io.github.pgmtls.lint;

import io.github.pgmtls.lint.access.Connection;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.postgres.Transport;

/** Messages of the server about one connection. Source: {@code ClientAuthentication} in {@code auth.c} (10 to 19). */
final class ServerWords {

    static final String NO_ROOT_STORE =
            "client certificates can only be checked if a root certificate store is available";
    static final String NO_CERTIFICATE = "connection requires a valid client certificate";
    static final String NOT_ACCEPTED = "could not accept SSL connection: ";
    static final String VERIFY_FAILED = NOT_ACCEPTED + "certificate verify failed";
    static final String EMBEDDED_NUL = "SSL certificate's common name contains embedded null";

    /** What libpq tells, since the server says no more than a letter. */
    static final String NO_TLS = "server does not support SSL, but SSL was required";

    /** What libpq tells, likewise. */
    static final String NO_GSS = "server doesn't support GSSAPI encryption, but it was required";

    private final Connection connection;
    private final PostgresVersion version;

    ServerWords(Connection connection, PostgresVersion version) {
        this.connection = connection;
        this.version = version;
    }

    String implicitReject() {
        return connection.isReplication()
                ? "no pg_hba.conf entry for replication connection from " + client()
                : "no pg_hba.conf entry for " + client();
    }

    String reject() {
        return connection.isReplication()
                ? "pg_hba.conf rejects replication connection for " + client()
                : "pg_hba.conf rejects connection for " + client();
    }

    private String client() {
        String host = connection.address().map(Object::toString).orElse("[local]");
        String database =
                connection.database().map(name -> ", database \"" + name + "\"").orElse("");
        return "host \"" + host + "\", user \"" + connection.user() + "\"" + database + ", " + encryption();
    }

    private String encryption() {
        if (connection.transport() == Transport.GSS) {
            return "GSS encryption";
        }
        boolean tls = connection.transport() == Transport.TLS;
        return version.isAtLeast(14) ? (tls ? "SSL encryption" : "no encryption") : tls ? "SSL on" : "SSL off";
    }

    String noUserName() {
        return "certificate authentication failed for user \"" + connection.user()
                + "\": client certificate contains no user name";
    }
}
