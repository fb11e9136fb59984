package io.github.pgmtls.lint.access;

/** Fills in fresh names with real ones, for regular expressions match real names only. */
final class ExampleNames {

    private final Terms terms;

    ExampleNames(Terms terms) {
        this.terms = terms;
    }

    boolean anyMatch(Atom atom, AtomSolver.Visitor visitor) {
        int[] databases = atom.database == Atom.FRESH
                ? examples(atom.databaseRegexes, terms.freshDatabases())
                : new int[] {atom.database};
        int[] users = atom.user == Atom.FRESH ? examples(atom.userRegexes, terms.freshUsers()) : new int[] {atom.user};
        if (atom.same) {
            for (int name : atom.database == Atom.FRESH && atom.databaseRegexes.isEmpty() ? users : databases) {
                if (visit(atom, name, name, visitor)) {
                    return true;
                }
            }
            return false;
        }
        for (int database : databases) {
            for (int user : users) {
                if (visit(atom, database, user, visitor)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean visit(Atom atom, int database, int user, AtomSolver.Visitor visitor) {
        Atom named = atom.copy();
        named.database = database;
        named.user = user;
        named.same = database == user;
        if (atom.memberOfDatabase && !named.same) {
            named.roles.addNew(database);
        }
        named.memberOfDatabase = false;
        return visitor.visit(named);
    }

    private int[] examples(IntList regexes, int[] fresh) {
        return regexes.isEmpty() ? fresh : terms.examples(regexes.get(0));
    }
}
