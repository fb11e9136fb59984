package io.github.pgmtls.lint;

import io.github.pgmtls.lint.access.Connection;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.source.ByteText;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A connection to ask about. Names are byte strings ({@link io.github.pgmtls.lint.source.ByteText}).
 *
 * @param cluster the name or the directory of the cluster; needed only where there are several
 * @param transport how the client reaches the server
 * @param user the user, not empty
 * @param database the database; nothing for that with the user's name
 * @param address the client's address; nothing exactly for {@link Transport#LOCAL}
 * @param replication whether it is for physical replication
 * @param certificate the path of a PEM file in the directory or in that of the cluster, for {@link Transport#TLS}: the
 *     first certificate is the client's own, and the others are sent along
 */
public record TraceQuery(
        Optional<String> cluster,
        Transport transport,
        String user,
        Optional<String> database,
        Optional<IpAddress> address,
        boolean replication,
        Optional<String> certificate) {

    public TraceQuery {
        if (user.isEmpty()) {
            throw new IllegalArgumentException("the user is empty; name one");
        }
        if (transport == Transport.LOCAL && address.isPresent()) {
            throw new IllegalArgumentException("a local connection has no address; leave it out");
        }
        if (transport != Transport.LOCAL && address.isEmpty()) {
            throw new IllegalArgumentException(
                    "a connection over " + transport.word() + " comes from an address; name it");
        }
        if (certificate.isPresent() && transport != Transport.TLS) {
            throw new IllegalArgumentException("only a connection over tls shows a certificate; leave it out");
        }
        database = database.filter(name -> !name.isEmpty());
    }

    /**
     * Makes a query of texts, as people write them.
     *
     * @throws LintException if one is not understood; the message tells the way out
     */
    public static TraceQuery of(
            Optional<String> cluster,
            String transport,
            String user,
            Optional<String> database,
            Optional<String> address,
            boolean replication,
            Optional<String> certificate) {
        try {
            return new TraceQuery(
                    cluster,
                    transport(transport),
                    ByteText.encode(user),
                    database.map(ByteText::encode),
                    address.map(TraceQuery::address),
                    replication,
                    certificate);
        } catch (IllegalArgumentException e) {
            throw new LintException(String.valueOf(e.getMessage()));
        }
    }

    static Transport transport(String word) {
        return Arrays.stream(Transport.values())
                .filter(transport -> transport.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new LintException("transport is \"" + word + "\"; it can be "
                        + Arrays.stream(Transport.values()).map(Transport::word).collect(Collectors.joining(", "))));
    }

    static IpAddress address(String text) {
        return IpAddress.parse(text)
                .orElseThrow(() -> new LintException(
                        "address is \"" + text + "\"; write an IPv4 or IPv6 address, such as 10.1.2.3"));
    }

    /** Returns the attempt, where the server takes the user as he is sent. */
    Connection connection() {
        return connectionOf(user);
    }

    /**
     * Returns the attempt as a server with {@code db_user_namespace} (up to 16) takes it: {@code joe@} is joe, everybody
     * else gets the name of his database. Source: {@code ProcessStartupPacket}.
     */
    Connection namespacedConnection() {
        boolean global = user.indexOf('@') == user.length() - 1;
        boolean nameless = user.length() == 1;
        return connectionOf(
                global && !nameless ? user.substring(0, user.length() - 1) : user + "@" + database.orElse(user));
    }

    private Connection connectionOf(String name) {
        Optional<String> target = replication ? Optional.empty() : Optional.of(database.orElse(user));
        return new Connection(transport, target, name, address);
    }
}
