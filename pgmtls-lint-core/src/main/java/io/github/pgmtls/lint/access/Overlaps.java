package io.github.pgmtls.lint.access;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of a list that may have connections in common with a box. What is not known counts as if it held, so
 * that none is missed; whether there is such a connection remains to be asked.
 *
 * <p>The entries are handed out one by one, and not to a visitor: the just-in-time compiler would copy what the visitors
 * do into every step of the search.
 */
final class Overlaps {

    /** The number of a group that is the only one. */
    private static final IntList ONLY = IntList.of(0);

    private final Space space;
    private final Entries entries;
    private final Steps steps;
    private final int manyEntries;
    private final AtomSelectors atomSelectors;
    private final Groups selectors;
    private final Atom atom = new Atom();
    private @Nullable Groups databases;
    private @Nullable Groups users;
    private @Nullable Groups all;

    // the query at hand: groups by their numbers, and the place in the group at hand
    private OverlapTree.Query query = OverlapTree.Query.NOTHING;
    private Groups groups;
    private IntList numbers = new IntList();
    private int nextNumber;
    private @Nullable OverlapTree tree;
    private int group;
    private int member;
    private int memberCount;

    Overlaps(Space space, Painting possible, Steps steps) {
        this.space = space;
        this.entries = possible.entries();
        this.steps = steps;
        this.manyEntries = space.tuning.manyEntries();
        this.atomSelectors = new AtomSelectors(space);
        this.selectors = new Groups(possible.bySelector());
        this.groups = selectors;
    }

    /** Begins to look for the entries that overlap a box and that a query asks for. There is one query at a time. */
    void begin(Box box, OverlapTree.Query wanted) {
        query = wanted;
        nextNumber = 0;
        tree = null;
        member = 0;
        memberCount = 0;
        atom.user = space.terms.isName(box.user()) ? box.user() : Atom.FRESH;
        atom.database = switch (space.terms.kind(box.database())) {
            case LITERAL -> box.database();
            case REPLICATION -> Atom.REPLICATION;
            case SAME_USER -> atom.user;
            default -> Atom.FRESH;
        };
        atom.same = atom.database == atom.user;
        if (atom.user != Atom.FRESH && atom.database != Atom.FRESH) {
            groups = selectors;
            numbers = atomSelectors.possiblyMatching(atom);
        } else if (atom.user != Atom.FRESH) {
            groups = users();
            numbers = atomSelectors.possibleUsers(atom);
        } else if (atom.database != Atom.FRESH) {
            groups = databases();
            numbers = atomSelectors.possibleDatabases(atom);
        } else {
            groups = all();
            numbers = ONLY;
        }
    }

    /** Returns the next entry, or {@link Entries#NO_ENTRY} behind the last one. */
    int next() {
        while (true) {
            int entry = nextOfGroup();
            if (entry != Entries.NO_ENTRY || nextNumber == numbers.size()) {
                return entry;
            }
            group = numbers.get(nextNumber++);
            member = 0;
            memberCount = groups.members.count(group);
            tree = memberCount > manyEntries ? groups.tree(group) : null;
            if (tree != null) {
                tree.begin(query);
            }
        }
    }

    private int nextOfGroup() {
        if (tree != null) {
            return tree.next(steps);
        }
        while (member < memberCount) {
            steps.spend(1);
            int entry = groups.members.get(group, member++);
            if (query.matches(entries, entry)) {
                return entry;
            }
        }
        return Entries.NO_ENTRY;
    }

    private Groups databases() {
        Groups known = databases;
        if (known == null) {
            int[] terms = new int[entries.size()];
            for (int entry = 0; entry < terms.length; entry++) {
                terms[entry] = space.selectors.database(entries.possible(entry));
            }
            known = new Groups(new BySelector(entries.size(), space.terms.size(), terms));
            databases = known;
        }
        return known;
    }

    private Groups users() {
        Groups known = users;
        if (known == null) {
            int[] terms = new int[entries.size()];
            for (int entry = 0; entry < terms.length; entry++) {
                terms[entry] = space.selectors.user(entries.possible(entry));
            }
            known = new Groups(new BySelector(entries.size(), space.terms.size(), terms));
            users = known;
        }
        return known;
    }

    private Groups all() {
        Groups known = all;
        if (known == null) {
            known = new Groups(new BySelector(entries.size(), 1, new int[entries.size()]));
            all = known;
        }
        return known;
    }

    /** Entries that share a number, large groups as trees. */
    private final class Groups {

        private final BySelector members;
        private final Map<Integer, OverlapTree> trees = new HashMap<>();

        Groups(BySelector members) {
            this.members = members;
        }

        OverlapTree tree(int number) {
            OverlapTree known = trees.get(number);
            if (known == null) {
                known = new OverlapTree(entries, members.all(number), manyEntries);
                trees.put(number, known);
            }
            return known;
        }
    }
}
