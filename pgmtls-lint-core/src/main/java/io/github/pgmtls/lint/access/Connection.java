package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.source.ByteText;
import java.util.Optional;

/**
 * An attempt to connect, with all that the choice of a record depends on; certificates play no part in it. Names are
 * byte strings, cut to 63 bytes as the server cuts those of a startup packet.
 *
 * <p>Source: {@code ProcessStartupPacket} in {@code src/backend/tcop/backend_startup.c} (10 to 19). Where
 * {@code db_user_namespace} is on (up to 16), the user is the name that the server makes of the one sent.
 *
 * @param transport how the client reaches the server
 * @param database the database; nothing for physical replication, which has none
 * @param user the user, not empty
 * @param address the client's address; nothing on a Unix-domain socket
 */
public record Connection(Transport transport, Optional<String> database, String user, Optional<IpAddress> address) {

    /** The longest name of a startup packet that the server does not cut, in bytes. */
    public static final int MAX_NAME = 63;

    public Connection {
        if (user.isEmpty() || (database.isPresent() && database.get().isEmpty())) {
            throw new IllegalArgumentException("a connection has no empty names");
        }
        if ((transport == Transport.LOCAL) == address.isPresent()) {
            throw new IllegalArgumentException("an address is what local connections lack and others have");
        }
        if (database.isPresent() && database.get().length() > MAX_NAME) {
            database = Optional.of(cut(database.get()));
        }
        user = cut(user);
    }

    /** Makes a connection over a Unix-domain socket. */
    public static Connection local(String database, String user) {
        return new Connection(Transport.LOCAL, Optional.of(database), user, Optional.empty());
    }

    /** Makes a connection over TCP. */
    public static Connection tcp(Transport transport, String database, String user, IpAddress address) {
        return new Connection(transport, Optional.of(database), user, Optional.of(address));
    }

    /** Returns the same attempt for physical replication instead of a database. */
    public Connection forReplication() {
        return new Connection(transport, Optional.empty(), user, address);
    }

    /** Tells whether this is a connection for physical replication; logical replication is to a database. */
    public boolean isReplication() {
        return database.isEmpty();
    }

    private static String cut(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    }

    /** Returns a phrase such as {@code user "app" to database "shop" over tls from 10.1.2.3}. */
    public String phrase() {
        return "user \"" + ByteText.decode(user) + "\""
                + database.map(name -> " to database \"" + ByteText.decode(name) + "\"")
                        .orElse(" for physical replication")
                + (transport == Transport.LOCAL ? " over a local socket" : " over " + transport.word())
                + address.map(a -> " from " + a).orElse("");
    }
}
