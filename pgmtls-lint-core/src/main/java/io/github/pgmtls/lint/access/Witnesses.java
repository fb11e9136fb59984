package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes examples of what probes find. */
final class Witnesses {

    /** Addresses that are reserved for examples (RFC 5737, RFC 3849). */
    private static final IpAddress EXAMPLE_V4 = IpAddress.v4(0xc000_0201L);

    private static final IpAddress EXAMPLE_V6 = new IpAddress(true, 0x2001_0db8L << 32, 1);

    private final Space space;
    private final Probe probe;

    Witnesses(Space space, Probe probe) {
        this.space = space;
        this.probe = probe;
    }

    /**
     * What examples must keep to, where that is finer than the numbers of the space.
     *
     * @param transports the transports
     * @param network the network, if they must be in one
     * @param database the term of the database
     * @param user the term of the user
     */
    record Limits(Set<Transport> transports, Optional<Network> network, int database, int user) {

        static final Limits NONE = new Limits(Set.of(Transport.values()), Optional.empty(), Terms.ALL, Terms.ALL);
    }

    /** Returns an example of what the probe has just found; nothing if no address is found that fits all masks. */
    Optional<Witness> witness(boolean certain, Limits limits) {
        Atom atom = probe.atom();
        int userTerm = userTerm(atom, limits);
        int databaseTerm = databaseTerm(atom, limits, userTerm);
        Optional<String> database =
                atom.database == Atom.REPLICATION ? Optional.empty() : Optional.of(space.terms.text(databaseTerm));
        String user = space.terms.text(userTerm);
        Set<Transport> alike = space.transports(probe.transport());
        Transport transport = oneOf(alike, limits.transports());
        if (transport == Transport.LOCAL) {
            return Optional.of(new Witness(
                    new Connection(transport, database, user, Optional.empty()), Optional.empty(), certain));
        }
        Optional<AddressRange> range = fitting(atom, addresses(limits));
        if (range.isEmpty()) {
            return Optional.empty();
        }
        Optional<IpAddress> address = Optional.of(example(range.get()));
        return Optional.of(new Witness(new Connection(transport, database, user, address), range, certain));
    }

    private static Transport oneOf(Set<Transport> alike, Set<Transport> wanted) {
        for (Transport transport : alike) {
            if (wanted.contains(transport)) {
                return transport;
            }
        }
        return alike.iterator().next();
    }

    /** Returns an example for an entry with names, of which no connection is taken by anybody else. */
    Witness ofEntry(Entries entries, int entry) {
        int selector = entries.exact(entry);
        Optional<String> database = Optional.of(space.terms.text(space.selectors.database(selector)));
        String user = space.terms.text(space.selectors.user(selector));
        int mask = entries.mask(entries.record(entry));
        Transport transport =
                space.transports(Integer.numberOfTrailingZeros(mask)).iterator().next();
        if (transport == Transport.LOCAL) {
            return new Witness(new Connection(transport, database, user, Optional.empty()), Optional.empty(), true);
        }
        AddressRange range = range(entries.from(entry), entries.to(entry));
        Connection connection = new Connection(transport, database, user, Optional.of(example(range)));
        return new Witness(connection, Optional.of(range), true);
    }

    /** Returns the addresses of the first family between two ranks. */
    private AddressRange range(int from, int to) {
        int v6 = space.ranks.v6();
        return new AddressRange(space.ranks.first(from), space.ranks.lastBefore(from < v6 ? Math.min(v6, to) : to));
    }

    /** Returns the name that was asked about, which another one may have stood for. */
    private int userTerm(Atom atom, Limits limits) {
        if (space.terms.isName(limits.user())) {
            return limits.user();
        }
        if (atom.same && space.terms.isName(limits.database())) {
            return limits.database();
        }
        return atom.user >= 0 ? atom.user : space.terms.freshUsers()[0];
    }

    private int databaseTerm(Atom atom, Limits limits, int userTerm) {
        if (atom.same) {
            return userTerm;
        }
        if (space.terms.isName(limits.database())) {
            return limits.database();
        }
        return atom.database >= 0 ? atom.database : space.terms.freshDatabases()[0];
    }

    /** Returns addresses of one family. */
    private AddressRange addresses(Limits limits) {
        AddressRange gap = range(probe.walk().gapFrom(), probe.walk().gapTo());
        return limits.network()
                .map(network -> gap.and(new AddressRange(
                        network.address().and(network.mask()), network.address().orNot(network.mask()))))
                .orElse(gap);
    }

    private static IpAddress example(AddressRange range) {
        IpAddress reserved = range.first().v6() ? EXAMPLE_V6 : EXAMPLE_V4;
        if (range.contains(reserved)) {
            return reserved;
        }
        IpAddress first = range.first();
        boolean network = (first.low() & 0xff) == 0 && !first.equals(range.last());
        return network ? new IpAddress(first.v6(), first.high(), first.low() | 1) : first;
    }

    /** Of a range, returns what fits the masks of an atom, which is one address if there are any. */
    private Optional<AddressRange> fitting(Atom atom, AddressRange range) {
        if (atom.hosts.isEmpty()) {
            return Optional.of(range);
        }
        List<Network> masks = new ArrayList<>(0);
        for (int i = 0; i < atom.hosts.size(); i++) {
            if (space.addresses.pattern(atom.hosts.get(i)) instanceof Network network
                    && !Masks.containsAll(network, range.first(), range.last())) {
                masks.add(network);
            }
        }
        if (masks.isEmpty()) {
            return Optional.of(range);
        }
        IpAddress address = range.first();
        for (Network mask : masks) {
            address = Masks.nearest(mask, address);
        }
        IpAddress found = address;
        return range.contains(found) && masks.stream().allMatch(mask -> mask.contains(found))
                ? Optional.of(new AddressRange(found, found))
                : Optional.empty();
    }
}
