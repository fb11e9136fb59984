package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A set of connections to ask about: all that agree with one alternative of each part.
 *
 * @param transports the transports
 * @param databases the databases, as in a record; {@code replication} is not part of {@code all}
 * @param users the users, as in a record
 * @param addresses the client addresses; {@link AddressPattern#LOCAL} for those on a local socket, which have none
 */
public record Region(
        Set<Transport> transports, NameColumn databases, NameColumn users, List<AddressPattern> addresses) {

    private static final NameColumn ALL = NameColumn.of(NamePattern.Kind.ALL, "");
    private static final NameColumn REPLICATION = NameColumn.of(NamePattern.Kind.REPLICATION, "");
    private static final NameColumn ALL_AND_REPLICATION = NameColumn.joined(ALL, REPLICATION);

    public Region {
        transports = transports.isEmpty() ? Set.of() : EnumSet.copyOf(transports);
        addresses = List.copyOf(addresses);
    }

    /** Every connection there is, physical replication included. */
    public static Region everything() {
        return new Region(
                EnumSet.allOf(Transport.class),
                ALL_AND_REPLICATION,
                ALL,
                List.of(AddressPattern.LOCAL, new AddressPattern.Any()));
    }

    /** Every connection that a record matches, whether or not another record comes first. */
    public static Region of(HbaRecord record) {
        Set<Transport> transports = EnumSet.noneOf(Transport.class);
        for (Transport transport : Transport.values()) {
            if (record.type().matches(transport)) {
                transports.add(transport);
            }
        }
        return new Region(transports, record.databaseNames(), record.userNames(), List.of(record.address()));
    }

    /** Returns the same over other transports. */
    public Region over(Transport... wanted) {
        return new Region(Set.of(wanted), databases, users, addresses);
    }

    /** Returns the same for other users. */
    public Region ofUsers(NameColumn wanted) {
        return new Region(transports, databases, wanted, addresses);
    }

    /** Returns the same for one user, whose name is a byte string. */
    public Region ofUser(String name) {
        return ofUsers(NameColumn.of(NamePattern.Kind.LITERAL, name));
    }

    private Region toDatabases(NameColumn wanted) {
        return new Region(transports, wanted, users, addresses);
    }

    /** Returns the same for one database, whose name is a byte string. */
    public Region toDatabase(String name) {
        return toDatabases(NameColumn.of(NamePattern.Kind.LITERAL, name));
    }

    /** Returns the same for every database. */
    public Region toAllDatabases() {
        return toDatabases(ALL);
    }

    /** Returns the same for every database and physical replication. */
    public Region toEveryDatabase() {
        return toDatabases(ALL_AND_REPLICATION);
    }

    /** Returns the same for physical replication. */
    public Region forReplication() {
        return toDatabases(REPLICATION);
    }

    /** Returns the same from other addresses. */
    public Region from(List<? extends AddressPattern> wanted) {
        return new Region(transports, databases, users, List.copyOf(wanted));
    }

    /** Returns the same from one address. */
    public Region from(IpAddress address) {
        return from(List.of(new Network(address, IpAddress.mask(address.v6(), address.v6() ? 128 : 32))));
    }

    /** Returns the same from every address, over the local socket included. */
    public Region fromAnywhere() {
        return from(everything().addresses);
    }
}
