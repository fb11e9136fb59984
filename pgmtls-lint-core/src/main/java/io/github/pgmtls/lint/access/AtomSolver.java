package io.github.pgmtls.lint.access;

import java.util.Optional;

/**
 * Finds the atoms that are hardest to match among the connections that match given terms. Whatever records match such
 * an atom match all those connections too: a name that is left open becomes a fresh one, and nothing more holds than the
 * terms ask for. Where roles are known, there is one atom for each way to fill in the members of a role.
 */
final class AtomSolver {

    /** What an atom is for. */
    enum Mode {
        /** To say that something never happens: names stay open. */
        NEVER,
        /** To say that something can happen, for which there must be names. */
        POSSIBLY,
        /** To say that something surely happens: nothing may be taken to hold. */
        SURELY
    }

    /** Looks at atoms; true ends the search. */
    interface Visitor {
        boolean visit(Atom atom);
    }

    private final Space space;
    private final Optional<Roles> known;
    private final Atom atom = new Atom();
    private Mode mode = Mode.NEVER;
    private boolean contradiction;
    private boolean noReplication;

    AtomSolver(Space space) {
        this.space = space;
        this.known = space.surroundings.roles();
    }

    void begin(Mode purpose) {
        mode = purpose;
        contradiction = false;
        noReplication = false;
        atom.clear();
    }

    void require(int databaseTerm, int userTerm, int hostTerm) {
        requireDatabase(databaseTerm);
        requireUser(userTerm);
        if (hostTerm != AddressParts.PLAIN) {
            requireHost(hostTerm);
        }
    }

    private void requireDatabase(int term) {
        noReplication |= term != Terms.REPLICATION;
        switch (space.terms.kind(term)) {
            case REPLICATION -> setDatabase(Atom.REPLICATION);
            case SAME_USER -> atom.same = true;
            case SAME_ROLE -> {
                if (mode == Mode.SURELY && known.isEmpty()) {
                    atom.same = true;
                } else {
                    atom.memberOfDatabase = true;
                }
            }
            case LITERAL -> setDatabase(term);
            case REGEX -> atom.databaseRegexes.addNew(term);
            case ALL, MEMBER -> {}
        }
        contradiction |= noReplication && atom.database == Atom.REPLICATION;
    }

    private void requireUser(int term) {
        switch (space.terms.kind(term)) {
            case MEMBER -> {
                int role = space.terms.role(term);
                if (mode == Mode.SURELY && known.isEmpty()) {
                    setUser(role);
                } else {
                    atom.roles.addNew(role);
                }
            }
            case LITERAL -> setUser(term);
            case REGEX -> atom.userRegexes.addNew(term);
            default -> {}
        }
    }

    private void requireHost(int term) {
        contradiction |= mode == Mode.SURELY;
        for (int i = 0; i < atom.hosts.size(); i++) {
            contradiction |= !space.addresses.areCompatible(term, atom.hosts.get(i));
        }
        for (int implied : space.addresses.implied(term)) {
            atom.hosts.addNew(implied);
        }
    }

    /** Takes the masks with gaps to match that match all addresses between two ranks. */
    void addMasksAround(int from, int to) {
        if (space.addresses.hasMasks()) {
            space.addresses.addMasksAround(from, to, atom.hosts);
        }
    }

    private void setDatabase(int name) {
        contradiction |= atom.database != Atom.FRESH && atom.database != name;
        atom.database = name;
    }

    private void setUser(int name) {
        contradiction |= atom.user != Atom.FRESH && atom.user != name;
        atom.user = name;
    }

    /** Visits the atoms until one visit says that it is enough. */
    boolean anyMatch(Visitor visitor) {
        return !contradiction
                && withSameNames(atom)
                && (known.isPresent()
                        ? new KnownRoles(known.get(), space.terms).anyMatch(atom, a -> withRegexes(a, visitor))
                        : withUnknownRoles(atom) && withRegexes(atom, visitor));
    }

    private static boolean withSameNames(Atom atom) {
        if (atom.same) {
            if (atom.database == Atom.FRESH) {
                atom.database = atom.user;
            } else if (atom.user == Atom.FRESH) {
                atom.user = atom.database;
            }
            return atom.database == atom.user;
        }
        atom.same = atom.database >= 0 && atom.database == atom.user;
        return true;
    }

    /** Everybody is a member of himself, and may be of everything else. */
    private static boolean withUnknownRoles(Atom atom) {
        if (atom.memberOfDatabase && atom.database >= 0) {
            atom.roles.addNew(atom.database);
            atom.memberOfDatabase = false;
        }
        return true;
    }

    private boolean withRegexes(Atom atom, Visitor visitor) {
        if (!space.terms.hasRegexes()) {
            return visitor.visit(atom);
        }
        if (mode == Mode.NEVER || !atom.hasFreshNames()) {
            return namesMatch(atom) && visitor.visit(atom);
        }
        return new ExampleNames(space.terms).anyMatch(atom, named -> namesMatch(named) && visitor.visit(named));
    }

    private boolean namesMatch(Atom atom) {
        return matches(atom.database, atom.databaseRegexes) && matches(atom.user, atom.userRegexes);
    }

    private boolean matches(int name, IntList regexes) {
        for (int i = 0; name >= 0 && i < regexes.size(); i++) {
            Truth truth = space.terms.matches(regexes.get(i), name);
            if (truth == Truth.NO || (truth == Truth.UNKNOWN && mode == Mode.SURELY)) {
                return false;
            }
        }
        return true;
    }
}
