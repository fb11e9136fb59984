package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaRecord;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records of a list, taken apart: an entry is one database term, one user term and one range of addresses. A
 * connection matches a record exactly if it matches one of its entries.
 *
 * <p>Each entry has two selectors. The first is exact: it matches where what it asks for holds. The second leaves out
 * everything that is not known, and so matches wherever the entry possibly matches.
 */
final class Entries {

    /** In place of an entry. */
    static final int NO_ENTRY = -1;

    private final Space space;
    private final int[] start;
    private final int[] masks;
    private final int[] decisions;
    private final IntList record = new IntList();
    private final IntList exact = new IntList();
    private final IntList possible = new IntList();
    private final IntList from = new IntList();
    private final IntList to = new IntList();
    private final Map<Integer, Unmatchable> unmatchable = new HashMap<>();
    private final int analysed;

    /** For each record the next one with another decision. */
    private int @Nullable [] nextChange;

    Entries(Space space, List<HbaRecord> records, int firstNumber) {
        this.space = space;
        int count = records.size();
        start = new int[count + 1];
        masks = new int[count];
        decisions = new int[count];
        int done = 0;
        while (done < count && fits(space.columns(firstNumber + done))) {
            start[done] = record.size();
            add(done, records.get(done), firstNumber + done);
            done++;
        }
        analysed = done;
        Arrays.fill(start, done, count + 1, record.size());
    }

    private boolean fits(ColumnTerms columns) {
        return (long) record.size() + (long) columns.databases().length * columns.users().length
                <= space.budget.entries();
    }

    private void add(int index, HbaRecord source, int number) {
        ColumnTerms columns = space.columns(number);
        masks[index] = space.transportMask(source.type());
        decisions[index] = space.decisions.of(source);
        if (masks[index] == 0) {
            unmatchable.put(index, Unmatchable.TRANSPORT);
            return;
        }
        int network = space.network(number);
        for (int database : columns.databases()) {
            for (int user : columns.users()) {
                if (network != AddressParts.NOT_PLAIN) {
                    int lo = space.ranks.from(network);
                    add(index, database, user, AddressParts.PLAIN, lo, space.ranks.to(network));
                } else {
                    space.addresses.cut(source.address(), (host, lo, hi) -> add(index, database, user, host, lo, hi));
                }
            }
        }
        if (start[index] == record.size()) {
            unmatchable.put(
                    index,
                    columns.databases().length == 0
                            ? Unmatchable.DATABASE
                            : columns.users().length == 0 ? Unmatchable.USER : Unmatchable.ADDRESS);
        }
    }

    private void add(int index, int database, int user, int host, int lo, int hi) {
        int selector = space.selectors.of(database, user, host);
        int bound = selector;
        if (host != AddressParts.PLAIN || space.isUnknown(database) || space.isUnknown(user)) {
            bound = space.selectors.of(space.bound(database), space.bound(user), AddressParts.PLAIN);
            space.hasUnknowns = true;
        }
        record.add(index);
        exact.add(selector);
        possible.add(bound);
        from.add(lo);
        to.add(hi);
    }

    /** Returns the number of records. */
    int records() {
        return masks.length;
    }

    /** Returns how many records, from the first on, were taken apart; the budget did not suffice for the others. */
    int analysed() {
        return analysed;
    }

    /** Returns why a record matches nothing, if that is so. */
    Map<Integer, Unmatchable> unmatchable() {
        return unmatchable;
    }

    /** Returns the exact selectors of all entries. */
    IntList exactSelectors() {
        return exact;
    }

    /** Returns for all entries the selectors that match wherever they possibly do. */
    IntList possibleSelectors() {
        return possible;
    }

    /** Returns the number of entries. */
    int size() {
        return record.size();
    }

    /** Returns the first entry of a record; those of the next record begin where its own end. */
    int start(int index) {
        return start[index];
    }

    int record(int entry) {
        return record.get(entry);
    }

    int exact(int entry) {
        return exact.get(entry);
    }

    int possible(int entry) {
        return possible.get(entry);
    }

    int from(int entry) {
        return from.get(entry);
    }

    int to(int entry) {
        return to.get(entry);
    }

    /** Returns the classes of transports that a record matches, one bit each. */
    int mask(int index) {
        return masks[index];
    }

    /** Tells whether some record of a range decides otherwise. */
    boolean hasOtherDecision(int decision, int from, int to) {
        int[] changes = nextChange;
        if (changes == null) {
            changes = new int[decisions.length];
            for (int i = decisions.length - 1; i >= 0; i--) {
                boolean last = i + 1 == decisions.length;
                changes[i] = last || decisions[i + 1] != decisions[i] ? i + 1 : changes[i + 1];
            }
            nextChange = changes;
        }
        return from < to && (decisions[from] != decision || changes[from] < to);
    }

    /** Returns the number of the decision of a record; behind the last one, that of the implicit reject. */
    int decision(int index) {
        return index < decisions.length ? decisions[index] : Decisions.REJECT;
    }
}
