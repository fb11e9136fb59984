package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import io.github.pgmtls.lint.access.Witnesses.Limits;
import io.github.pgmtls.lint.config.AddressPattern;
import io.github.pgmtls.lint.config.AddressPattern.Network;
import io.github.pgmtls.lint.config.NameColumn;
import io.github.pgmtls.lint.config.NamePattern;
import io.github.pgmtls.lint.postgres.Transport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** Finds the records that decide connections of some set: first those that surely do, then those that possibly do. */
final class DeciderSearch {

    /** Where one record is enough, so many are looked at for one that surely decides, before any one will do. */
    private static final int SURE_TRIES = 64;

    private final Questions questions;
    private final Space space;
    private final Entries entries;
    private final IntPredicate wanted;
    private final int end;
    private final int enough;
    private final SortedMap<Integer, Witness> found = new TreeMap<>();
    private int triesLeft = SURE_TRIES;
    private boolean known;
    private boolean complete;
    private Mode mode = Mode.NEVER;

    /**
     * @param wanted the decisions that count, by their numbers
     * @param end only records before this one count; behind the last one, the implicit reject counts too
     * @param enough how many records suffice
     */
    DeciderSearch(Questions questions, IntPredicate wanted, int end, int enough) {
        this.questions = questions;
        this.space = questions.space;
        this.entries = questions.index.entries();
        this.end = end;
        this.known = space.isKnown();
        this.enough = enough;
        this.complete = end <= entries.analysed() || entries.analysed() == entries.records();
        this.wanted = wanted;
    }

    /** Searches the connections that a record decides itself. */
    void searchOwn(int record) {
        inEachMode(() -> {
            for (int entry = entries.start(record); entry < entries.start(record + 1) && !isEnough(); entry++) {
                int own = entry;
                note(
                        record,
                        record,
                        Limits.NONE,
                        () -> questions
                                .probe
                                .begin(mode)
                                .in(entries, own)
                                .isFound(Layer.before(questions.index, record)));
            }
        });
    }

    /** Searches the connections that a record matches. */
    void searchMatched(int record) {
        inEachMode(() -> {
            for (int entry = entries.start(record); entry < entries.start(record + 1) && !isEnough(); entry++) {
                search(Box.of(entries, entry, space.selectors), Limits.NONE, record);
            }
        });
    }

    /** Searches the connections of a region. */
    void search(Region region) {
        List<Part> parts = new ArrayList<>();
        for (AddressPattern address : region.addresses()) {
            for (int database : ColumnTerms.column(NameColumn.of(region.databases()), space.terms)) {
                for (int user : ColumnTerms.column(NameColumn.of(region.users()), space.terms)) {
                    addParts(region, database, user, address, parts);
                }
            }
        }
        if (space.hasRepresentatives() && space.terms.hasRegexes()) {
            // the names that were left out would have to be tried too
            complete = false;
            return;
        }
        known &= parts.stream().allMatch(part -> space.isKnown(part.box));
        inEachMode(() -> parts.forEach(part -> search(part.box, part.limits, Questions.NO_RECORD)));
    }

    private record Part(Box box, Limits limits) {}

    private void addParts(Region region, int database, int user, AddressPattern address, List<Part> parts) {
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

    private void inEachMode(Runnable search) {
        questions.steps.begin();
        try {
            if (known) {
                search.run();
            } else {
                mode = Mode.SURELY;
                search.run();
                mode = Mode.POSSIBLY;
                search.run();
            }
        } catch (Steps.Exhausted e) {
            complete = false;
        }
    }

    private void search(Box box, Limits limits, int alsoMatching) {
        OverlapTree.Query query = OverlapTree.Query.overlapping(box, 0, end, wanted);
        questions.index.overlaps().any(box, query, questions.steps, entry -> {
            int record = entries.record(entry);
            if (mode == Mode.SURELY && enough == 1 && triesLeft-- <= 0) {
                return true;
            }
            if (mode == Mode.SURELY && isOtherRole(box, entry)) {
                return false;
            }
            note(
                    record,
                    alsoMatching,
                    limits,
                    () -> questions
                            .probe
                            .begin(mode)
                            .in(box)
                            .in(entries, entry)
                            .isFound(Layer.before(questions.index, record)));
            return isEnough();
        });
        int implicit = entries.records();
        if (end > implicit && wanted.test(Decisions.REJECT) && !isEnough()) {
            note(
                    implicit,
                    alsoMatching,
                    limits,
                    () -> questions.probe.begin(mode).in(box).isFound(Layer.before(questions.index, implicit)));
        }
    }

    /** Tells whether an entry is for the members of a role and a box for a user who is not that role himself. */
    private boolean isOtherRole(Box box, int entry) {
        int user = space.selectors.user(entries.exact(entry));
        return space.terms.kind(user) == NamePattern.Kind.MEMBER
                && space.surroundings.roles().isEmpty()
                && space.terms.isName(box.user())
                && space.terms.role(user) != box.user();
    }

    private boolean isEnough() {
        return found.size() >= enough;
    }

    /**
     * Asks one of several questions about a record, unless another one was answered before.
     *
     * @param alsoMatching a record that matches what is asked for
     */
    private void note(int record, int alsoMatching, Limits limits, BooleanSupplier question) {
        if (found.containsKey(record)) {
            return;
        }
        if (question.getAsBoolean()) {
            Optional<Witness> witness = questions
                    .witnesses
                    .witness(mode != Mode.POSSIBLY, limits)
                    .filter(w -> mode != Mode.POSSIBLY || questions.isPossible(record, alsoMatching, w));
            if (witness.isPresent()) {
                found.put(record, witness.get());
                return;
            }
        }
        if (mode == Mode.POSSIBLY && space.isDoubtful()) {
            mode = Mode.NEVER;
            complete &= !question.getAsBoolean();
            mode = Mode.POSSIBLY;
        }
    }

    Deciders result() {
        return new Deciders(
                found.entrySet().stream()
                        .map(e -> questions.decider(e.getKey(), e.getValue()))
                        .toList(),
                complete);
    }
}
