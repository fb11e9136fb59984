package io.github.pgmtls.lint.access;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of a list that may have connections in common with a box. What is not known counts as if it held, so
 * that none is missed; whether there is such a connection remains to be asked.
 */
final class Overlaps {

    private final Space space;
    private final Entries entries;
    private final int manyEntries;
    private final AtomSelectors atomSelectors;
    private final Groups selectors;
    private final Atom atom = new Atom();
    private @Nullable Groups databases;
    private @Nullable Groups users;
    private @Nullable Groups all;

    Overlaps(Space space, Painting possible) {
        this.space = space;
        this.entries = possible.entries();
        this.manyEntries = space.tuning.manyEntries();
        this.atomSelectors = new AtomSelectors(space);
        this.selectors = new Groups(possible.bySelector());
    }

    /** Visits the entries that overlap a box and that a query asks for, until one visit says that it is enough. */
    boolean any(Box box, OverlapTree.Query query, Steps steps, IntPredicate visitor) {
        atom.user = space.terms.isName(box.user()) ? box.user() : Atom.FRESH;
        atom.database = switch (space.terms.kind(box.database())) {
            case LITERAL -> box.database();
            case REPLICATION -> Atom.REPLICATION;
            case SAME_USER -> atom.user;
            default -> Atom.FRESH;
        };
        atom.same = atom.database == atom.user;
        if (atom.database == Atom.FRESH && atom.user == Atom.FRESH) {
            return all().any(0, query, steps, visitor);
        }
        Groups groups;
        IntList numbers;
        if (atom.user == Atom.FRESH) {
            groups = databases();
            numbers = atomSelectors.possibleDatabases(atom);
        } else if (atom.database == Atom.FRESH) {
            groups = users();
            numbers = atomSelectors.possibleUsers(atom);
        } else {
            groups = selectors;
            numbers = atomSelectors.possiblyMatching(atom);
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (groups.any(numbers.get(i), query, steps, visitor)) {
                return true;
            }
        }
        return false;
    }

    private Groups databases() {
        Groups groups = databases;
        if (groups == null) {
            IntList terms = new IntList(entries.size());
            for (int entry = 0; entry < entries.size(); entry++) {
                terms.add(space.selectors.database(entries.possible(entry)));
            }
            groups = new Groups(new BySelector(entries.size(), space.terms.size(), terms));
            databases = groups;
        }
        return groups;
    }

    private Groups users() {
        Groups groups = users;
        if (groups == null) {
            IntList terms = new IntList(entries.size());
            for (int entry = 0; entry < entries.size(); entry++) {
                terms.add(space.selectors.user(entries.possible(entry)));
            }
            groups = new Groups(new BySelector(entries.size(), space.terms.size(), terms));
            users = groups;
        }
        return groups;
    }

    private Groups all() {
        Groups groups = all;
        if (groups == null) {
            IntList zeros = new IntList(entries.size());
            for (int entry = 0; entry < entries.size(); entry++) {
                zeros.add(0);
            }
            groups = new Groups(new BySelector(entries.size(), 1, zeros));
            all = groups;
        }
        return groups;
    }

    /** Entries that share a number, large groups as trees. */
    private final class Groups {

        private final BySelector members;
        private final Map<Integer, OverlapTree> trees = new HashMap<>();

        Groups(BySelector members) {
            this.members = members;
        }

        boolean any(int number, OverlapTree.Query query, Steps steps, IntPredicate visitor) {
            int count = members.count(number);
            if (count > manyEntries) {
                return trees.computeIfAbsent(number, n -> new OverlapTree(entries, members.all(n), manyEntries))
                        .any(query, steps, visitor);
            }
            for (int i = 0; i < count; i++) {
                steps.spend(1);
                int entry = members.get(number, i);
                if (query.matches(entries, entry) && visitor.test(entry)) {
                    return true;
                }
            }
            return false;
        }
    }
}
