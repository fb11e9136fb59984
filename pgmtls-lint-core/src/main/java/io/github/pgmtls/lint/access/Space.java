package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.ConnectionType;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The space of connections of one or more record lists: numbers for everything that tells connections apart. */
final class Space {

    /** In the order in which they are preferred as examples. */
    private static final List<Transport> TRANSPORTS =
            List.of(Transport.LOCAL, Transport.PLAIN, Transport.TLS, Transport.GSS);

    final List<List<HbaRecord>> lists;
    final Surroundings surroundings;
    final Budget budget;
    final Tuning tuning;
    final Terms terms;
    final Selectors selectors = new Selectors();
    final AddressRanks ranks;
    final AddressParts addresses;
    final Decisions decisions = new Decisions();
    private final List<Set<Transport>> transports;
    private final List<ColumnTerms> columns;

    /** For each record of the lists the number of its IPv4 network, or {@link AddressParts#NOT_PLAIN}. */
    private final int[] networks;

    /** By the types that occur, a bit for each class of transports that they match. */
    private final int[] masks;

    /** By names that were left out of long lists of databases, the names that stand for them. */
    final Map<Integer, Integer> databaseRepresentatives = new HashMap<>();

    /** The same for lists of users; a name that is in lists of both kinds is never left out. */
    final Map<Integer, Integer> userRepresentatives = new HashMap<>();

    /** Whether there is a term of which it is not known what it matches. */
    boolean hasUnknowns;

    Space(List<List<HbaRecord>> lists, Surroundings surroundings, Budget budget, Tuning tuning) {
        this.lists = lists;
        this.surroundings = surroundings;
        this.budget = budget;
        this.tuning = tuning;
        Optional<Roles> roles = surroundings.roles();
        this.terms = new Terms(roles.isPresent() ? roles.get().names() : Set.of());
        AddressRanks.Builder builder = new AddressRanks.Builder();
        Set<ConnectionType> types = EnumSet.noneOf(ConnectionType.class);
        int count = 0;
        for (List<HbaRecord> records : lists) {
            count += records.size();
        }
        this.networks = new int[count];
        int at = 0;
        for (List<HbaRecord> records : lists) {
            for (HbaRecord record : records) {
                types.add(record.type());
                networks[at++] = AddressParts.collect(record.address(), builder, budget.ranges());
            }
        }
        AddressParts.collect(surroundings, builder);
        this.ranks = builder.build();
        this.addresses = new AddressParts(surroundings, ranks, budget.ranges());
        this.transports = alike(types, surroundings.transports());
        this.masks = new int[ConnectionType.values().length];
        for (ConnectionType type : types) {
            masks[type.ordinal()] = transportsOf(type);
        }
        this.columns = ColumnTerms.of(lists, this);
    }

    /** Returns the number among the records of all lists that the first record of a list has. */
    int firstOf(int list) {
        int from = 0;
        for (int i = 0; i < list; i++) {
            from += lists.get(i).size();
        }
        return from;
    }

    /** Returns the terms of a record, by its number among those of all lists. */
    ColumnTerms columns(int number) {
        return columns.get(number);
    }

    /** Returns the number of the IPv4 network of a record, or {@link AddressParts#NOT_PLAIN}. */
    int network(int number) {
        return networks[number];
    }

    /** Puts transports together that no record tells apart. */
    private static List<Set<Transport>> alike(Set<ConnectionType> types, Set<Transport> possible) {
        List<Set<Transport>> groups = new ArrayList<>();
        for (Transport transport : TRANSPORTS) {
            if (!possible.contains(transport)) {
                continue;
            }
            Set<Transport> alike = EnumSet.noneOf(Transport.class);
            for (Set<Transport> group : groups) {
                if (areAlike(group.iterator().next(), transport, types)) {
                    alike = group;
                    break;
                }
            }
            if (alike.isEmpty()) {
                groups.add(alike);
            }
            alike.add(transport);
        }
        return groups;
    }

    private static boolean areAlike(Transport one, Transport other, Set<ConnectionType> types) {
        if (one == Transport.LOCAL || other == Transport.LOCAL) {
            return false;
        }
        for (ConnectionType type : types) {
            if (type.matches(one) != type.matches(other)) {
                return false;
            }
        }
        return true;
    }

    /** Returns how many classes of transports there are. */
    int transportCount() {
        return transports.size();
    }

    /** Returns the transports of a class. */
    Set<Transport> transports(int number) {
        return transports.get(number);
    }

    /** Returns a mask with a bit for each class of transports that holds one of the given. */
    int transportMask(Set<Transport> wanted) {
        int mask = 0;
        for (int i = 0; i < transports.size(); i++) {
            if (transports.get(i).stream().anyMatch(wanted::contains)) {
                mask |= 1 << i;
            }
        }
        return mask;
    }

    /** Returns a mask with a bit for each class of transports that a type of some record matches. */
    int transportMask(ConnectionType type) {
        return masks[type.ordinal()];
    }

    private int transportsOf(ConnectionType type) {
        int mask = 0;
        for (int i = 0; i < transports.size(); i++) {
            if (type.matches(transports.get(i).iterator().next())) {
                mask |= 1 << i;
            }
        }
        return mask;
    }

    /** Tells whether it is not known what a term matches; of regular expressions it mostly is. */
    boolean isUnknown(int term) {
        return surroundings.roles().isEmpty()
                && (term == Terms.SAME_ROLE || terms.kind(term) == NamePattern.Kind.MEMBER);
    }

    /** Returns a term that matches wherever the given one possibly does. */
    int bound(int term) {
        return isUnknown(term) ? Terms.ALL : term;
    }

    /** Tells whether the names that a selector asks for leave no choice. */
    boolean isNamed(int selector) {
        return isNamed(selectors.database(selector), selectors.user(selector));
    }

    /** Tells whether a database and a user leave no choice. */
    boolean isNamed(int database, int user) {
        return (terms.isName(database) || database == Terms.REPLICATION) && terms.isName(user);
    }

    /** Tells whether all that matters is known. */
    boolean isKnown() {
        return !hasUnknowns && !terms.hasRegexes();
    }

    /** Tells whether all that matters of a box is known. */
    boolean isKnown(Box box) {
        return !isUnknown(box.database()) && !isUnknown(box.user()) && box.host() == AddressParts.PLAIN;
    }

    /** Returns the connections of a box that are surely in it: only a role itself is surely one of its members. */
    Box sure(Box box) {
        if (!isUnknown(box.database()) && !isUnknown(box.user())) {
            return box;
        }
        int database = isUnknown(box.database()) ? Terms.SAME_USER : box.database();
        int user = isUnknown(box.user()) ? terms.role(box.user()) : box.user();
        return new Box(database, user, box.host(), box.from(), box.to(), box.mask());
    }

    /** Tells whether names were left out of long lists. */
    boolean hasRepresentatives() {
        return !databaseRepresentatives.isEmpty() || !userRepresentatives.isEmpty();
    }

    /** Tells whether of what a selector matches one atom at most is hardest to match, wherever the addresses are. */
    boolean hasOneAtomEach() {
        return surroundings.roles().isEmpty() && !isDoubtful();
    }

    /** Tells whether names and addresses must be tried to know whether they match. */
    boolean isDoubtful() {
        return terms.hasRegexes() || addresses.hasMasks();
    }
}
