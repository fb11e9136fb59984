package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What is the case for one connection, written down as plainly as possible: nothing here is shared with the engine.
 *
 * @param rolesOfUser everything the user is a member of, himself included if he exists
 * @param hostName the name of the client's address; empty for none
 * @param ownAddress whether the address is the server's own
 * @param ownNetwork whether the address is in a network of the server
 */
record World(Set<String> rolesOfUser, String hostName, boolean ownAddress, boolean ownNetwork) {

    private static final Map<String, Boolean> MATCHES = new ConcurrentHashMap<>();

    /** Returns a bit for each record that matches. */
    int matching(List<HbaRecord> records, Connection connection) {
        int bits = 0;
        for (int i = 0; i < records.size(); i++) {
            if (matches(records.get(i), connection)) {
                bits |= 1 << i;
            }
        }
        return bits;
    }

    private boolean matches(HbaRecord record, Connection connection) {
        boolean tls = connection.transport() == Transport.TLS;
        boolean gss = connection.transport() == Transport.GSS;
        boolean local = connection.transport() == Transport.LOCAL;
        boolean type = switch (record.type()) {
            case LOCAL_SOCKET -> local;
            case HOST -> !local;
            case HOSTSSL -> !local && tls;
            case HOSTNOSSL -> !local && !tls;
            case HOSTGSSENC -> !local && gss;
            case HOSTNOGSSENC -> !local && !gss;
        };
        return type
                && (local
                        || matchesAddress(record.address(), connection.address().orElseThrow()))
                && record.databaseNames().names().stream().anyMatch(p -> matchesDatabase(p, connection))
                && record.userNames().names().stream().anyMatch(p -> matchesUser(p, connection));
    }

    /** Tells whether the connection is in a set that is described as records are. */
    boolean matches(NameColumn databases, NameColumn users, AddressPattern address, Connection connection) {
        boolean local = connection.transport() == Transport.LOCAL;
        return local == address instanceof AddressPattern.Local
                && (local || matchesAddress(address, connection.address().orElseThrow()))
                && databases.names().stream().anyMatch(p -> matchesDatabase(p, connection))
                && users.names().stream().anyMatch(p -> matchesUser(p, connection));
    }

    private boolean matchesAddress(AddressPattern pattern, IpAddress address) {
        if (pattern instanceof AddressPattern.Network network) {
            long high = network.mask().high();
            long low = network.mask().low();
            return network.address().v6() == address.v6()
                    && (network.address().high() & high) == (address.high() & high)
                    && (network.address().low() & low) == (address.low() & low);
        }
        if (pattern instanceof AddressPattern.HostName host) {
            String wanted = host.name().toLowerCase(Locale.ROOT);
            return wanted.startsWith(".") ? hostName.endsWith(wanted) : hostName.equals(wanted);
        }
        return pattern instanceof AddressPattern.Any
                || (pattern instanceof AddressPattern.SameHost && ownAddress)
                || (pattern instanceof AddressPattern.SameNet && ownNetwork);
    }

    private boolean matchesDatabase(NameColumn.Name pattern, Connection connection) {
        if (connection.database().isEmpty()) {
            return pattern.kind() == NamePattern.Kind.REPLICATION;
        }
        String database = connection.database().get();
        return switch (pattern.kind()) {
            case ALL -> true;
            case SAME_USER -> database.equals(connection.user());
            case SAME_ROLE -> rolesOfUser.contains(database);
            case LITERAL -> database.equals(pattern.text());
            case REGEX -> matchesRegex(pattern.text(), database);
            default -> false;
        };
    }

    private boolean matchesUser(NameColumn.Name pattern, Connection connection) {
        return switch (pattern.kind()) {
            case ALL -> true;
            case MEMBER -> rolesOfUser.contains(pattern.text());
            case LITERAL -> connection.user().equals(pattern.text());
            case REGEX -> matchesRegex(pattern.text(), connection.user());
            default -> false;
        };
    }

    /** The expressions of these tests mean the same to Java. */
    private static boolean matchesRegex(String expression, String name) {
        return MATCHES.computeIfAbsent(
                expression + "/" + name,
                key -> Pattern.compile(expression).matcher(name).find());
    }
}
