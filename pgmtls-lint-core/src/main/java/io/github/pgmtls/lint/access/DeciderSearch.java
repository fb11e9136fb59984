package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import io.github.pgmtls.lint.access.Witnesses.Limits;
import io.github.pgmtls.lint.config.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * Finds the records that decide connections of some set: first those that surely do, then those that possibly do.
 *
 * <p>It is its own question to the probe: to make one for each search would cost as much as many a search.
 */
abstract class DeciderSearch implements BooleanSupplier {

    /** Where one record is enough, so many are looked at for one that surely decides, before any one will do. */
    private static final int SURE_TRIES = 64;

    /** So many ranges of addresses are looked at one by one. */
    private static final int MOST_CELLS = 32;

    /** So many records are asked before it pays to find out behind which one there are no more. */
    private static final int FEW = 4;

    final Questions questions;
    final Space space;
    final Entries entries;
    final IntPredicate wanted;
    private final int end;
    private final int enough;
    private final SortedMap<Integer, Witness> found = new TreeMap<>();
    private int triesLeft = SURE_TRIES;
    private boolean allHardestSeen;
    private boolean complete;
    Mode mode = Mode.NEVER;

    /** The connections of the question at hand. */
    private Box box = Box.EMPTY;

    private Limits limits = Limits.NONE;

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
        this.enough = enough;
        this.complete = end <= entries.analysed() || entries.analysed() == entries.records();
        this.wanted = wanted;
    }

    /** Searches in one mode. */
    abstract void search();

    /** Returns a record that matches whatever is searched, or {@link Questions#NO_RECORD}. */
    int alsoMatching() {
        return Questions.NO_RECORD;
    }

    /**
     * Searches.
     *
     * @param known whether all that matters is known
     */
    final Deciders run(boolean known) {
        questions.steps.begin();
        try {
            if (known) {
                search();
            } else {
                mode = Mode.SURELY;
                search();
                mode = Mode.POSSIBLY;
                search();
            }
        } catch (Steps.Exhausted e) {
            complete = false;
        }
        return result();
    }

    /** Gives up to find all. */
    final Deciders incomplete() {
        complete = false;
        return result();
    }

    private Deciders result() {
        if (found.isEmpty()) {
            return complete ? Deciders.NOBODY : Deciders.NOT_DECIDED;
        }
        List<Decider> deciders = new ArrayList<>(found.size());
        for (Map.Entry<Integer, Witness> each : found.entrySet()) {
            deciders.add(questions.decider(each.getKey(), each.getValue()));
        }
        return new Deciders(deciders, complete);
    }

    final boolean isEnough() {
        return found.size() >= enough;
    }

    /** Searches the connections of a box. */
    final void search(Box connections, Limits within) {
        box = mode == Mode.SURELY ? space.sure(connections) : connections;
        limits = within;
        if (mode != Mode.POSSIBLY) {
            searchHardest();
            if (isEnough() || (allHardestSeen && isOneAtom())) {
                return;
            }
        }
        if (!searchOverlapping(end, FEW)) {
            searchOverlapping(endOfDeciders(), Integer.MAX_VALUE);
        }
        int implicit = entries.records();
        if (end > implicit && wanted.test(Decisions.REJECT) && !isEnough()) {
            ask(implicit, Entries.NO_ENTRY);
        }
    }

    /** Asks records before a limit that may match connections of the box; tells whether there are no more to ask. */
    private boolean searchOverlapping(int limit, int most) {
        OverlapTree.Query query = OverlapTree.Query.overlapping(box, 0, limit, wanted);
        Overlaps overlaps = questions.overlaps();
        overlaps.begin(box, query);
        int asked = 0;
        for (int entry = overlaps.next(); entry != Entries.NO_ENTRY && !isEnough(); entry = overlaps.next()) {
            if (mode == Mode.SURELY && isOtherRole(entry)) {
                continue;
            }
            if (mode == Mode.SURELY && enough == 1 && triesLeft-- <= 0) {
                return true;
            }
            if (asked++ == most) {
                return false;
            }
            ask(entries.record(entry), entry);
        }
        return true;
    }

    /** Looks at who comes first to the connections of the box that are hardest to match. */
    private void searchHardest() {
        allHardestSeen = true;
        questions.probe.begin(mode).in(box).before(questions.index, end).any(this);
    }

    /** Looks at who comes first to the atom at hand, one range of addresses behind the other. */
    @Override
    public final boolean getAsBoolean() {
        CoverWalk walk = questions.walkOfMatching();
        int to = questions.probe.to();
        int at = walk.start(questions.probe.from());
        for (int cell = 0; at < to && cell < MOST_CELLS && !isEnough(); cell++) {
            int next = walk.cellEnd(at, to);
            int owner = Math.min(walk.firstOwner(at), entries.records());
            if (owner < end
                    && wanted.test(entries.decision(owner))
                    && !found.containsKey(owner)
                    && questions.isFirst(owner, at, next)) {
                note(owner, limits);
            }
            at = next;
        }
        allHardestSeen &= at >= to;
        return isEnough();
    }

    /** Tells whether the connections of the box that are hardest to match are all of them, as far as is asked. */
    private boolean isOneAtom() {
        return space.hasOneAtomEach() && box.host() == AddressParts.PLAIN && space.isNamed(box.database(), box.user());
    }

    /** Returns a number of a record; it and those behind it surely decide nothing of the box. */
    private int endOfDeciders() {
        // whoever comes first to the connections that are hardest to match lets nobody else come first to any
        return space.surroundings.roles().isPresent() || space.terms.hasRegexes()
                ? end
                : Math.min(
                        end,
                        questions
                                .probe
                                .begin(mode)
                                .in(box)
                                .before(questions.index, end)
                                .endOfOwners());
    }

    /** Asks whether a record decides any connections of one of its entries. */
    final void askOwn(int record, int entry) {
        box = Box.of(entries, entry, space.selectors);
        ask(record, Entries.NO_ENTRY);
    }

    /** Tells whether an entry is for the members of a role and the box for a user who is not that role himself. */
    private boolean isOtherRole(int entry) {
        int user = space.selectors.user(entries.exact(entry));
        return space.terms.kind(user) == NamePattern.Kind.MEMBER
                && space.surroundings.roles().isEmpty()
                && space.terms.isName(box.user())
                && space.terms.role(user) != box.user();
    }

    /** Asks whether a record decides any connections of the box that match one of its entries. */
    private void ask(int record, int entry) {
        if (found.containsKey(record)) {
            return;
        }
        if (isFound(record, entry) && note(record, limits)) {
            return;
        }
        if (mode == Mode.POSSIBLY && space.isDoubtful()) {
            mode = Mode.NEVER;
            complete &= !isFound(record, entry);
            mode = Mode.POSSIBLY;
        }
    }

    private boolean isFound(int record, int entry) {
        Probe probe = questions.probe.begin(mode).in(box);
        if (entry != Entries.NO_ENTRY) {
            probe.in(entries, entry);
        }
        return probe.before(questions.index, record).isFound();
    }

    /** Notes that a record decides the connections that the probe has just found, if there is an example. */
    final boolean note(int record, Limits within) {
        Optional<Witness> witness = questions.witnesses.witness(mode != Mode.POSSIBLY, within);
        if (witness.isEmpty()
                || (mode == Mode.POSSIBLY && !questions.isPossible(record, alsoMatching(), witness.get()))) {
            return false;
        }
        found.put(record, witness.get());
        return true;
    }
}
