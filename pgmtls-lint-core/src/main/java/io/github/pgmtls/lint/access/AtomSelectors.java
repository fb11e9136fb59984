package io.github.pgmtls.lint.access;

import java.util.Optional;

/** Finds the selectors that match an atom. */
final class AtomSelectors {

    private final Space space;
    private final Optional<Roles> known;
    private final IntList databases = new IntList();
    private final IntList users = new IntList();
    private final IntList found = new IntList();

    AtomSelectors(Space space) {
        this.space = space;
        this.known = space.surroundings.roles();
    }

    /** Returns the exact selectors that match where what the atom says holds, and nothing else that is not known. */
    IntList matching(Atom atom) {
        addTerms(atom, false);
        found.clear();
        addProducts(AddressParts.PLAIN);
        for (int i = 0; i < atom.hosts.size(); i++) {
            addProducts(atom.hosts.get(i));
        }
        return found;
    }

    /** Returns the bounds of selectors that match where everything holds that is not known. */
    IntList possiblyMatching(Atom atom) {
        addTerms(atom, true);
        found.clear();
        addProducts(AddressParts.PLAIN);
        return found;
    }

    /** Returns the bounds of database terms that may match the database of an atom, whoever the user is. */
    IntList possibleDatabases(Atom atom) {
        addTerms(atom, true);
        if (atom.database != Atom.REPLICATION) {
            databases.addNew(Terms.SAME_USER);
            databases.addNew(Terms.SAME_ROLE);
        }
        return databases;
    }

    /** Returns the bounds of user terms that may match the user of an atom. */
    IntList possibleUsers(Atom atom) {
        addTerms(atom, true);
        return users;
    }

    private void addProducts(int host) {
        for (int i = 0; i < databases.size(); i++) {
            for (int j = 0; j < users.size(); j++) {
                int selector = space.selectors.find(databases.get(i), users.get(j), host);
                if (selector != Selectors.NONE) {
                    found.add(selector);
                }
            }
        }
    }

    private void addTerms(Atom atom, boolean possibly) {
        databases.clear();
        users.clear();
        if (atom.database == Atom.REPLICATION) {
            databases.add(Terms.REPLICATION);
        } else {
            databases.add(Terms.ALL);
            if (atom.same) {
                databases.add(Terms.SAME_USER);
            }
            if (isMemberOfDatabase(atom)) {
                databases.add(Terms.SAME_ROLE);
            }
            addName(atom.database, atom.databaseRegexes, possibly, databases);
        }
        users.add(Terms.ALL);
        addName(atom.user, atom.userRegexes, possibly, users);
        addRoles(atom);
    }

    private boolean isMemberOfDatabase(Atom atom) {
        if (known.isPresent()) {
            return atom.database >= 0
                    && atom.user >= 0
                    && known.get().isMember(space.terms.text(atom.user), space.terms.text(atom.database));
        }
        return atom.same || atom.memberOfDatabase || atom.roles.contains(atom.database);
    }

    private void addName(int name, IntList regexes, boolean possibly, IntList terms) {
        if (name >= 0) {
            terms.add(name);
            for (int regex : space.terms.regexesMatching(name, possibly)) {
                terms.add(regex);
            }
        }
        for (int i = 0; i < regexes.size(); i++) {
            terms.addNew(regexes.get(i));
        }
    }

    private void addRoles(Atom atom) {
        if (known.isPresent()) {
            if (atom.user >= 0) {
                known.get().rolesOf(space.terms.text(atom.user)).forEach(role -> addUsers(space.terms.membersOf(role)));
            }
            return;
        }
        if (atom.user >= 0) {
            addUsers(space.terms.membersOf(atom.user));
        }
        for (int i = 0; i < atom.roles.size(); i++) {
            addUsers(space.terms.membersOf(atom.roles.get(i)));
        }
    }

    private void addUsers(int term) {
        if (term != Terms.NONE) {
            users.addNew(term);
        }
    }
}
