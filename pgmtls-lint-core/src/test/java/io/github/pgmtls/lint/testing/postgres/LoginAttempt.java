package io.github.pgmtls.lint.testing.postgres;

import java.util.Optional;

/**
 * A login to be tried at a server. All names are byte strings.
 *
 * @param user the role to log in as; it need not exist
 * @param database the database; if empty, the server takes the one with the user's name
 * @param replication the parameter {@code replication} of the startup packet: {@code true} for physical,
 *     {@code database} for logical replication
 * @param address the address to come from, 127.0.0.0/8 or ::1; without meaning for {@link Transport#LOCAL}
 * @param password the password for a server that asks for one
 * @param identity the certificate for a server that asks for one, whatever authorities it names
 * @param tlsVersion the only TLS version to offer, such as {@code TLSv1.2}
 */
public record LoginAttempt(
        Transport transport,
        String user,
        String database,
        Optional<String> replication,
        String address,
        Optional<String> password,
        Optional<ClientIdentity> identity,
        Optional<String> tlsVersion) {

    private static LoginAttempt over(Transport transport, String user) {
        return new LoginAttempt(
                transport,
                user,
                "postgres",
                Optional.empty(),
                "127.0.0.1",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A login to the database {@code postgres} over the Unix-domain socket. */
    public static LoginAttempt local(String user) {
        return over(Transport.LOCAL, user);
    }

    /** A login to the database {@code postgres} from 127.0.0.1 without TLS. */
    public static LoginAttempt plain(String user) {
        return over(Transport.PLAIN, user);
    }

    /** A login to the database {@code postgres} from 127.0.0.1 with TLS, without a certificate. */
    public static LoginAttempt tls(String user) {
        return over(Transport.TLS, user);
    }

    /** The same to another database, or with an empty name to the one with the user's name. */
    public LoginAttempt to(String otherDatabase) {
        return new LoginAttempt(transport, user, otherDatabase, replication, address, password, identity, tlsVersion);
    }

    /** The same without TLS. */
    public LoginAttempt withoutTls() {
        return new LoginAttempt(Transport.PLAIN, user, database, replication, address, password, identity, tlsVersion);
    }

    /** The same from another address. */
    public LoginAttempt from(String otherAddress) {
        return new LoginAttempt(transport, user, database, replication, otherAddress, password, identity, tlsVersion);
    }

    /** The same with the parameter {@code replication}. */
    public LoginAttempt withReplication(String value) {
        return new LoginAttempt(transport, user, database, Optional.of(value), address, password, identity, tlsVersion);
    }

    /** The same with a password. */
    public LoginAttempt withPassword(String value) {
        return new LoginAttempt(
                transport, user, database, replication, address, Optional.of(value), identity, tlsVersion);
    }

    /** The same with a client certificate. */
    public LoginAttempt with(ClientIdentity value) {
        return new LoginAttempt(
                transport, user, database, replication, address, password, Optional.of(value), tlsVersion);
    }

    /** The same with one TLS version only. */
    public LoginAttempt withTlsVersion(String value) {
        return new LoginAttempt(
                transport, user, database, replication, address, password, identity, Optional.of(value));
    }
}
