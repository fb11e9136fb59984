package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.Witnesses.Limits;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/** Searches the connections of a region. */
final class RegionSearch extends DeciderSearch {

    private final List<Part> parts = new ArrayList<>();

    private record Part(Box box, Limits limits) {}

    RegionSearch(Questions questions, IntPredicate wanted, int end, int enough) {
        super(questions, wanted, end, enough);
    }

    Deciders in(Region region) {
        for (AddressPattern address : region.addresses()) {
            for (int database : ColumnTerms.of(region.databases(), space.terms)) {
                for (int user : ColumnTerms.of(region.users(), space.terms)) {
                    addParts(region, database, user, address);
                }
            }
        }
        if (space.hasRepresentatives() && space.terms.hasRegexes()) {
            // the names that were left out would have to be tried too
            return incomplete();
        }
        return run(space.isKnown() && parts.stream().allMatch(part -> space.isKnown(part.box)));
    }

    private void addParts(Region region, int database, int user, AddressPattern address) {
        boolean local = address instanceof AddressPattern.Local;
        Set<Transport> transports = EnumSet.noneOf(Transport.class);
        region.transports().stream()
                .filter(t -> (t == Transport.LOCAL) == local)
                .forEach(transports::add);
        int mask = space.transportMask(transports);
        Optional<Network> network =
                address instanceof Network n && n.mask().prefixLength() >= 0 ? Optional.of(n) : Optional.empty();
        Limits limits = new Limits(transports, network, database, user);
        StandIns names = standIns(database, user);
        space.addresses.cut(
                address,
                (host, from, to) ->
                        parts.add(new Part(new Box(names.database, names.user, host, from, to, mask), limits)));
    }

    /** The terms to search for instead of those that were left out of long lists. */
    private record StandIns(int database, int user) {}

    /** Finds what stands for two terms: one name for both exactly if they are one name. */
    private StandIns standIns(int database, int user) {
        int databaseOrOther = space.databaseRepresentatives.getOrDefault(database, database);
        int userOrOther = space.userRepresentatives.getOrDefault(user, user);
        if (database == user) {
            // names that are left out of lists of databases are in none of users, and the other way round
            int other = databaseOrOther == database ? userOrOther : databaseOrOther;
            return new StandIns(other, other);
        }
        if (databaseOrOther != userOrOther || !space.terms.isName(userOrOther)) {
            return new StandIns(databaseOrOther, userOrOther);
        }
        return databaseOrOther == database
                ? new StandIns(space.terms.freshDatabases()[0], userOrOther)
                : new StandIns(databaseOrOther, space.terms.freshUsers()[0]);
    }

    @Override
    void search() {
        for (Part part : parts) {
            search(part.box, part.limits);
        }
    }
}
