package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import java.util.function.BooleanSupplier;

/**
 * Asks whether there is a connection in some boxes that no record of some lists matches.
 *
 * <p>It is asked for every record several times. So it keeps what a question is about in its fields, and makes no
 * objects.
 */
final class Probe implements AtomSolver.Visitor {

    /** To find the selectors of an atom takes about as long as so many steps of a walk. */
    private static final int STEPS_PER_ATOM = 10;

    private final Space space;
    private final Steps steps;
    private final AtomSolver solver;
    private final AtomSelectors atomSelectors;
    private final AtomSelectors matchingSelectors;
    private final CoverWalk walk;
    private final BooleanSupplier gap = this::hasGap;
    private final BooleanSupplier owners = this::extendOwners;
    private BooleanSupplier question = gap;
    private int ownersEnd;
    private Mode mode = Mode.NEVER;

    /** The lists whose records must not match, with the limits and the record left out, see {@link CoverWalk}. */
    private final RecordIndex[] lists = new RecordIndex[2];

    private final int[] limits = new int[2];
    private final int[] excepts = new int[2];
    private int listCount;

    private int from;
    private int to;
    private int mask;
    private boolean anyAtom;
    private Atom atom = new Atom();
    private int transport;
    private IntList selectors = new IntList();

    Probe(Space space, Steps steps) {
        this.space = space;
        this.steps = steps;
        this.solver = new AtomSolver(space);
        this.atomSelectors = new AtomSelectors(space);
        this.matchingSelectors = new AtomSelectors(space);
        this.walk = new CoverWalk(steps);
    }

    /** Begins a question. */
    Probe begin(Mode purpose) {
        mode = purpose;
        solver.begin(purpose);
        from = 0;
        to = Integer.MAX_VALUE;
        mask = -1;
        anyAtom = false;
        listCount = 0;
        return this;
    }

    /** Asks for connections that no record of a list before a limit matches. */
    Probe before(RecordIndex index, int limit) {
        return before(index, limit, CoverWalk.NO_RECORD);
    }

    /** Asks for connections that no record of a list before a limit matches, but for one that is left out. */
    Probe before(RecordIndex index, int limit, int except) {
        lists[listCount] = index;
        limits[listCount] = limit;
        excepts[listCount] = except;
        listCount++;
        return this;
    }

    /** Asks for connections in a box. */
    Probe in(Box box) {
        solver.require(box.database(), box.user(), box.host());
        return in(box.from(), box.to(), box.mask());
    }

    /** Asks for connections that match an entry. */
    Probe in(Entries entries, int entry) {
        int selector = entries.exact(entry);
        solver.require(
                space.selectors.database(selector), space.selectors.user(selector), space.selectors.host(selector));
        return in(entries.from(entry), entries.to(entry), entries.mask(entries.record(entry)));
    }

    private Probe in(int fromRank, int toRank, int transports) {
        from = Math.max(from, fromRank);
        to = Math.min(to, toRank);
        mask &= transports;
        return this;
    }

    /** Looks for a connection that no record of the lists matches. */
    boolean isFound() {
        return any(gap);
    }

    private boolean hasGap() {
        fill(walk);
        return walk.findGap(from, to);
    }

    /** Returns the least number that, for each of the connections, is greater than that of the first record that matches. */
    int endOfOwners() {
        ownersEnd = 0;
        any(owners);
        return ownersEnd;
    }

    private boolean extendOwners() {
        fill(walk);
        ownersEnd = Math.max(ownersEnd, walk.endOfOwners(from, to));
        return ownersEnd == Painting.NOBODY;
    }

    /** Asks about the atoms of the connections, over each class of transports, until one answer is yes. */
    boolean any(BooleanSupplier ofEach) {
        question = ofEach;
        if (from >= to || mask == 0) {
            return false;
        }
        solver.addMasksAround(from, to);
        return solver.anyMatch(this);
    }

    @Override
    public boolean visit(Atom candidate) {
        steps.spend(STEPS_PER_ATOM);
        anyAtom = true;
        atom = candidate;
        selectors = mode == Mode.SURELY ? atomSelectors.possiblyMatching(candidate) : atomSelectors.matching(candidate);
        for (transport = 0; transport < space.transportCount(); transport++) {
            if ((mask >> transport & 1) != 0 && question.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }

    /** Puts a walk along the lists where they match the atom at hand. */
    void fill(CoverWalk along) {
        along.clear();
        for (int i = 0; i < listCount; i++) {
            add(along, lists[i], limits[i], excepts[i]);
        }
    }

    /** Puts a walk along one list where it matches the atom at hand. */
    void fill(CoverWalk along, RecordIndex index, int limit, int except) {
        along.clear();
        add(along, index, limit, except);
    }

    private void add(CoverWalk along, RecordIndex index, int limit, int except) {
        Painting painting = mode == Mode.SURELY ? index.possible() : index.exact();
        along.add(painting, selectors, transport, limit, except);
    }

    /** Returns what the question is for. */
    Mode mode() {
        return mode;
    }

    /** Returns where the range of addresses asked for begins. */
    int from() {
        return from;
    }

    /** Returns where the range of addresses asked for ends. */
    int to() {
        return to;
    }

    /** Tells whether there were any atoms at all. */
    boolean hadAtoms() {
        return anyAtom;
    }

    /** Returns the selectors that match the atom at hand. */
    IntList selectors() {
        return selectors;
    }

    /** Returns the selectors that match the atom at hand if nothing more is taken to hold. */
    IntList matchingSelectors() {
        return mode == Mode.SURELY && space.hasUnknowns ? matchingSelectors.matching(atom) : selectors;
    }

    /** Returns the atom that was found, good until the next question. */
    Atom atom() {
        return atom;
    }

    /** Returns the class of transports that was found. */
    int transport() {
        return transport;
    }

    /** Returns the walk, put to the gap that was found. */
    CoverWalk walk() {
        return walk;
    }
}
