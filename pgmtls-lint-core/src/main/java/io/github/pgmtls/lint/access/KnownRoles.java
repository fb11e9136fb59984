package io.github.pgmtls.lint.access;

import java.util.Collection;
import java.util.List;

/** Fills in names where it is known who is a member of what: whoever is not declared is a member of nothing. */
final class KnownRoles {

    private final Roles roles;
    private final Terms terms;

    KnownRoles(Roles roles, Terms terms) {
        this.roles = roles;
        this.terms = terms;
    }

    boolean anyMatch(Atom atom, AtomSolver.Visitor visitor) {
        if (atom.roles.isEmpty() && !atom.memberOfDatabase) {
            return visitor.visit(atom);
        }
        for (String user : candidates(atom)) {
            if (isMemberOfAll(user, atom.roles) && withUser(atom, user, visitor)) {
                return true;
            }
        }
        return false;
    }

    private Collection<String> candidates(Atom atom) {
        if (atom.user >= 0) {
            return List.of(terms.text(atom.user));
        }
        if (!atom.roles.isEmpty()) {
            return roles.membersOf(terms.text(atom.roles.get(0)));
        }
        return atom.database >= 0 ? roles.membersOf(terms.text(atom.database)) : roles.names();
    }

    private boolean isMemberOfAll(String user, IntList wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!roles.isMember(user, terms.text(wanted.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private boolean withUser(Atom atom, String user, AtomSolver.Visitor visitor) {
        Atom filled = atom.copy();
        filled.roles.clear();
        filled.memberOfDatabase = false;
        filled.user = terms.literal(user);
        if (atom.same) {
            filled.database = filled.user;
        }
        if (!atom.memberOfDatabase) {
            return visit(filled, visitor);
        }
        if (filled.database >= 0) {
            return roles.isMember(user, terms.text(filled.database)) && visit(filled, visitor);
        }
        for (String role : roles.rolesOf(user)) {
            filled.database = terms.literal(role);
            if (visit(filled, visitor)) {
                return true;
            }
        }
        return false;
    }

    private static boolean visit(Atom filled, AtomSolver.Visitor visitor) {
        filled.same = filled.database >= 0 && filled.database == filled.user;
        return visitor.visit(filled);
    }
}
