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

    /** By names that were left out of long lists, the names that stand for them. */
    final Map<Integer, Integer> representatives = new HashMap<>();

    /** Whether there is a term of which it is not known what it matches. */
    boolean hasUnknowns;

    Space(List<List<HbaRecord>> lists, Surroundings surroundings, Budget budget, Tuning tuning) {
        this.lists = lists;
        this.surroundings = surroundings;
        this.budget = budget;
        this.tuning = tuning;
        this.terms = new Terms(surroundings.roles().map(Roles::names).orElse(Set.of()));
        AddressRanks.Builder builder = new AddressRanks.Builder();
        Set<ConnectionType> types = EnumSet.noneOf(ConnectionType.class);
        for (List<HbaRecord> records : lists) {
            for (HbaRecord record : records) {
                types.add(record.type());
                AddressParts.collect(record.address(), builder, budget.ranges());
            }
        }
        AddressParts.collect(surroundings, builder);
        this.ranks = builder.build();
        this.addresses = new AddressParts(surroundings, ranks, budget.ranges());
        this.transports = alike(types, surroundings.transports());
        this.columns = ColumnTerms.of(lists.stream().flatMap(List::stream).toList(), this);
    }

    /** Returns the terms of the records of a list. */
    List<ColumnTerms> columns(int list) {
        int from = 0;
        for (int i = 0; i < list; i++) {
            from += lists.get(i).size();
        }
        return columns.subList(from, from + lists.get(list).size());
    }

    /** Puts transports together that no record tells apart. */
    private static List<Set<Transport>> alike(Set<ConnectionType> types, Set<Transport> possible) {
        List<Set<Transport>> groups = new ArrayList<>();
        for (Transport transport : TRANSPORTS) {
            if (!possible.contains(transport)) {
                continue;
            }
            boolean local = transport == Transport.LOCAL;
            groups.stream()
                    .filter(group -> !local && !group.contains(Transport.LOCAL))
                    .filter(group -> types.stream()
                            .allMatch(type -> type.matches(transport)
                                    == type.matches(group.iterator().next())))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(transport), () -> groups.add(EnumSet.of(transport)));
        }
        return groups;
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

    /** Returns a mask with a bit for each class of transports that a type matches. */
    int transportMask(ConnectionType type) {
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

    /** Tells whether all that matters is known. */
    boolean isKnown() {
        return !hasUnknowns && !terms.hasRegexes();
    }

    /** Tells whether all that matters of a box is known. */
    boolean isKnown(Box box) {
        return !isUnknown(box.database()) && !isUnknown(box.user()) && box.host() == AddressParts.PLAIN;
    }

    /** Tells whether names and addresses must be tried to know whether they match. */
    boolean isDoubtful() {
        return terms.hasRegexes() || addresses.hasMasks();
    }
}
