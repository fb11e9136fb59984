package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.access.AtomSolver.Mode;
import java.util.function.BooleanSupplier;

/** Asks whether there is a connection in some boxes that no record of some layers matches. */
final class Probe {

    /** To find the selectors of an atom takes about as long as so many steps of a walk. */
    private static final int STEPS_PER_ATOM = 10;

    private final Space space;
    private final Steps steps;
    private final AtomSolver solver;
    private final AtomSelectors atomSelectors;
    private final CoverWalk walk;
    private Mode mode = Mode.NEVER;
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

    /** Looks for a connection that none of the layers match. */
    boolean isFound(Layer... layers) {
        return isPossible() && solver.anyMatch(candidate -> hasGap(candidate, layers));
    }

    private boolean hasGap(Atom candidate, Layer... layers) {
        return anyTransport(candidate, () -> {
            fill(walk, layers);
            return walk.findGap(from, to);
        });
    }

    /** Visits the atoms of the connections asked for, over each class of transports, until one says it is enough. */
    boolean any(BooleanSupplier visitor) {
        return isPossible() && solver.anyMatch(candidate -> anyTransport(candidate, visitor));
    }

    private boolean isPossible() {
        if (from >= to || mask == 0) {
            return false;
        }
        solver.addMasksAround(from, to);
        return true;
    }

    private boolean anyTransport(Atom candidate, BooleanSupplier visitor) {
        steps.spend(STEPS_PER_ATOM);
        anyAtom = true;
        atom = candidate;
        selectors = mode == Mode.SURELY ? atomSelectors.possiblyMatching(candidate) : atomSelectors.matching(candidate);
        for (transport = 0; transport < space.transportCount(); transport++) {
            if ((mask >> transport & 1) != 0 && visitor.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }

    /** Puts a walk along the layers where they match the atom at hand. */
    void fill(CoverWalk along, Layer... layers) {
        along.clear();
        for (Layer layer : layers) {
            RecordIndex index = layer.index();
            Painting painting = mode == Mode.SURELY ? index.possible() : index.exact();
            along.add(painting, selectors, transport, layer.limit(), layer.except());
        }
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
