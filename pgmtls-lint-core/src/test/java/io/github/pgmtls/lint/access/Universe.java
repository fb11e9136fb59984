package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.IpAddress;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One connection of every class that the records of some files tell apart, and every world each of them can be in. */
final class Universe {

    static final String FRESH_USER = "zoe";
    static final String FRESH_DATABASE = "zdb";

    private static final IpAddress LOOPBACK_V4 = Hba.v4("127.0.0.1");
    private static final IpAddress LOOPBACK_V6 = new IpAddress(true, 0, 1);

    private final Surroundings surroundings;
    private final Set<String> names = new TreeSet<>(List.of(FRESH_USER, FRESH_DATABASE));
    private final Set<String> roles = new TreeSet<>();
    private final Set<String> hostNames = new LinkedHashSet<>(List.of(""));
    private final List<IpAddress> addresses;
    private boolean sameRole;
    private boolean own;

    Universe(List<List<HbaRecord>> files, Surroundings surroundings) {
        this.surroundings = surroundings;
        Set<IpAddress> found = new LinkedHashSet<>(List.of(
                Hba.v4("192.0.2.1"),
                Hba.v4("127.0.0.1"),
                Hba.v4("127.0.0.2"),
                new IpAddress(true, 0, 1),
                new IpAddress(true, 0x2001_0db8L << 32, 1)));
        surroundings.interfaces().ifPresent(known -> known.forEach(n -> addAround(n, found)));
        found.addAll(surroundings.hostNames().keySet());
        surroundings.roles().ifPresent(known -> names.addAll(known.names()));
        for (List<HbaRecord> file : files) {
            for (HbaRecord record : file) {
                record.databases().forEach(this::add);
                record.users().forEach(this::add);
                add(record.address(), found);
            }
        }
        addresses = oneOfEachClass(found, files);
    }

    private List<IpAddress> oneOfEachClass(Set<IpAddress> found, List<List<HbaRecord>> files) {
        Map<List<Object>, IpAddress> classes = new LinkedHashMap<>();
        for (IpAddress address : found) {
            List<Object> described = new ArrayList<>(worlds(List.of(Set.of()), address));
            described.add(address.v6());
            for (List<HbaRecord> file : files) {
                for (HbaRecord record : file) {
                    described.add(record.address() instanceof AddressPattern.Network n && n.contains(address));
                }
            }
            if (!isMapped(address)) {
                classes.putIfAbsent(described, address);
            }
        }
        return List.copyOf(classes.values());
    }

    private void add(NamePattern pattern) {
        switch (pattern.kind()) {
            case LITERAL -> names.add(pattern.name());
            case MEMBER -> {
                names.add(pattern.name());
                roles.add(pattern.name());
            }
            case SAME_ROLE -> sameRole = true;
            case REGEX -> names.addAll(List.of("a", "ab", "b", "g", "gg", "h", "q", "xab", "Q7"));
            default -> {}
        }
    }

    private void add(AddressPattern pattern, Set<IpAddress> found) {
        if (pattern instanceof AddressPattern.Network network) {
            addAround(network, found);
        } else if (pattern instanceof AddressPattern.HostName host) {
            String name = host.name().toLowerCase(Locale.ROOT);
            hostNames.add(name.startsWith(".") ? "fresh" + name : name);
        } else {
            own |= pattern instanceof AddressPattern.SameHost || pattern instanceof AddressPattern.SameNet;
        }
    }

    private static void addAround(AddressPattern.Network network, Set<IpAddress> found) {
        IpAddress base = network.address().and(network.mask());
        if (network.mask().prefixLength() < 0) {
            // the gaps of these tests are in the last three bits
            for (long i = 0; i < 8; i++) {
                found.add(IpAddress.v4((base.low() & ~7L) + i));
            }
        }
        found.add(base);
        IpAddress last = base.orNot(network.mask());
        found.add(last);
        if (base.low() > 0) {
            found.add(new IpAddress(base.v6(), base.high(), base.low() - 1));
        }
        if (last.low() != (base.v6() ? -1L : 0xffff_ffffL)) {
            found.add(new IpAddress(base.v6(), last.high(), last.low() + 1));
        }
    }

    /** Looks at connections. */
    interface Visitor {
        void visit(Connection connection, List<World> worlds);
    }

    void forEach(Visitor visitor) {
        List<Optional<String>> databases = new ArrayList<>();
        databases.add(Optional.empty());
        names.forEach(name -> databases.add(Optional.of(name)));
        for (String user : names) {
            for (Optional<String> database : databases) {
                List<Set<String>> memberships = memberships(database, user);
                for (Transport transport : Transport.values()) {
                    if (!surroundings.transports().contains(transport)) {
                        continue;
                    }
                    if (transport == Transport.LOCAL) {
                        visitor.visit(
                                new Connection(transport, database, user, Optional.empty()),
                                memberships.stream()
                                        .map(m -> new World(m, "", false, false))
                                        .toList());
                        continue;
                    }
                    for (IpAddress address : addresses) {
                        visitor.visit(
                                new Connection(transport, database, user, Optional.of(address)),
                                worlds(memberships, address));
                    }
                }
            }
        }
    }

    static boolean isMapped(IpAddress address) {
        return address.v6() && address.high() == 0 && address.low() >>> 32 == 0xffff;
    }

    /** Returns every world that a connection can be in. */
    List<World> worldsOf(Connection connection) {
        List<Set<String>> memberships = memberships(connection.database(), connection.user());
        return connection.address().isPresent()
                ? worlds(memberships, connection.address().get())
                : memberships.stream().map(m -> new World(m, "", false, false)).toList();
    }

    private List<Set<String>> memberships(Optional<String> database, String user) {
        if (surroundings.roles().isPresent()) {
            return List.of(surroundings.roles().get().rolesOf(user));
        }
        Set<String> open = new TreeSet<>(roles);
        if (sameRole) {
            database.ifPresent(open::add);
        }
        open.remove(user);
        List<String> list = List.copyOf(open);
        List<Set<String>> sets = new ArrayList<>();
        for (int choice = 0; choice < 1 << list.size(); choice++) {
            Set<String> set = new HashSet<>(Set.of(user));
            for (int i = 0; i < list.size(); i++) {
                if ((choice >> i & 1) != 0) {
                    set.add(list.get(i));
                }
            }
            sets.add(set);
        }
        return sets;
    }

    private List<World> worlds(List<Set<String>> memberships, IpAddress address) {
        List<World> worlds = new ArrayList<>();
        Optional<String> known = surroundings.hostNames().get(address);
        for (String name : known == null ? hostNames : Set.of(known.orElse(""))) {
            for (int place = 0; place < 3; place++) {
                boolean ownNetwork = place > 0;
                boolean ownAddress = place > 1;
                if (isPossible(address, ownAddress, ownNetwork)) {
                    memberships.forEach(m -> worlds.add(new World(m, name, ownAddress, ownNetwork)));
                }
            }
        }
        return worlds;
    }

    private boolean isPossible(IpAddress address, boolean ownAddress, boolean ownNetwork) {
        boolean v4Loopback = !address.v6() && address.low() >>> 24 == 127;
        boolean loopback = address.equals(LOOPBACK_V4) || address.equals(LOOPBACK_V6);
        if (!own && surroundings.interfaces().isEmpty()) {
            return ownAddress == loopback && ownNetwork == (v4Loopback || loopback);
        }
        if (loopback) {
            return ownAddress;
        }
        if (surroundings.interfaces().isPresent()) {
            List<AddressPattern.Network> known = surroundings.interfaces().get();
            return ownAddress == known.stream().anyMatch(n -> n.address().equals(address))
                    && ownNetwork == (v4Loopback || known.stream().anyMatch(n -> n.contains(address)));
        }
        return ownNetwork || !v4Loopback;
    }
}
