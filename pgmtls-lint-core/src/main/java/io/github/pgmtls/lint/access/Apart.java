package io.github.pgmtls.lint.access;

import java.util.BitSet;

/**
 * Records of one database and one user that have no connection in common with any earlier record, whatever is not known.
 * In a long list of applications that is nearly every record, so it must be seen quickly.
 */
final class Apart {

    /** In place of a decision: entries of a selector that decide differently. */
    private static final int MIXED = -1;

    private final Space space;
    private final Entries entries;
    private final BySelector bySelector;
    private final int[] firstRecord;
    private final int[] decision;
    private final BitSet apart = new BitSet();
    private final BitSet needed = new BitSet();

    Apart(Space space, RecordIndex index) {
        this.space = space;
        this.entries = index.entries();
        this.bySelector = index.possible().bySelector();
        int selectors = space.selectors.size();
        this.firstRecord = new int[selectors];
        this.decision = new int[selectors];
        for (int selector = 0; selector < selectors; selector++) {
            summarize(selector);
        }
        AtomSelectors atomSelectors = new AtomSelectors(space);
        Atom atom = new Atom();
        for (int record = 0; record < entries.analysed(); record++) {
            if (isNamed(record)) {
                int selector = entries.exact(entries.start(record));
                atom.database = space.selectors.database(selector);
                atom.user = space.selectors.user(selector);
                atom.same = atom.database == atom.user;
                look(record, atomSelectors.possiblyMatching(atom));
            }
        }
    }

    private void summarize(int selector) {
        int count = bySelector.count(selector);
        firstRecord[selector] = Painting.NOBODY;
        for (int i = 0; i < count; i++) {
            int record = entries.record(bySelector.get(selector, i));
            if (i == 0) {
                firstRecord[selector] = record;
                decision[selector] = entries.decision(record);
            } else if (decision[selector] != entries.decision(record)) {
                decision[selector] = MIXED;
                return;
            }
        }
    }

    private boolean isNamed(int record) {
        int entry = entries.start(record);
        if (entries.start(record + 1) != entry + 1 || entries.from(entry) >= entries.to(entry)) {
            return false;
        }
        int selector = entries.exact(entry);
        return space.selectors.host(selector) == AddressParts.PLAIN
                && space.terms.isName(space.selectors.database(selector))
                && space.terms.isName(space.selectors.user(selector));
    }

    /** Looks at the selectors of all records that possibly match connections of one. */
    private void look(int record, IntList selectors) {
        int own = entries.possible(entries.start(record));
        int its = entries.decision(record);
        boolean otherwise = its != Decisions.REJECT;
        for (int i = 0; i < selectors.size(); i++) {
            int selector = selectors.get(i);
            if (firstRecord[selector] < record) {
                return;
            }
            boolean alone = selector == own && bySelector.count(selector) == 1;
            otherwise &= alone
                    || firstRecord[selector] == Painting.NOBODY
                    || (decision[selector] != its && decision[selector] != MIXED);
        }
        apart.set(record);
        needed.set(record, otherwise && entries.analysed() == entries.records());
    }

    /** Tells whether surely no earlier record matches any connection of a record, and it has some. */
    boolean isApart(int record) {
        return apart.get(record);
    }

    /** Tells whether a record is apart and surely all its connections would be decided otherwise without it. */
    boolean isNeeded(int record) {
        return needed.get(record);
    }
}
