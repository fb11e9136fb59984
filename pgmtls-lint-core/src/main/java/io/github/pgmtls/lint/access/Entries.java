package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.AddressPattern;
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
    private int size;
    private int[] record;
    private int[] exact;
    private int[] possible;
    private int[] from;
    private int[] to;
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
        record = new int[count];
        exact = new int[count];
        possible = new int[count];
        from = new int[count];
        to = new int[count];
        int done = 0;
        while (done < count && fits(space.columns(firstNumber + done))) {
            start[done] = size;
            add(done, records.get(done), firstNumber + done);
            done++;
        }
        analysed = done;
        Arrays.fill(start, done, count + 1, size);
    }

    private boolean fits(ColumnTerms columns) {
        return (long) size + (long) columns.databases().length * columns.users().length <= space.budget.entries();
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
                    addParts(index, database, user, source.address());
                }
            }
        }
        if (start[index] == size) {
            unmatchable.put(
                    index,
                    columns.databases().length == 0
                            ? Unmatchable.DATABASE
                            : columns.users().length == 0 ? Unmatchable.USER : Unmatchable.ADDRESS);
        }
    }

    private void addParts(int index, int database, int user, AddressPattern address) {
        space.addresses.cut(address, (host, lo, hi) -> add(index, database, user, host, lo, hi));
    }

    private void add(int index, int database, int user, int host, int lo, int hi) {
        int selector = space.selectors.of(database, user, host);
        int bound = selector;
        if (host != AddressParts.PLAIN || space.isUnknown(database) || space.isUnknown(user)) {
            bound = space.selectors.of(space.bound(database), space.bound(user), AddressParts.PLAIN);
            space.hasUnknowns = true;
        }
        if (size == record.length) {
            grow();
        }
        record[size] = index;
        exact[size] = selector;
        possible[size] = bound;
        from[size] = lo;
        to[size] = hi;
        size++;
    }

    private void grow() {
        int length = size + (size >> 1) + 16;
        record = Arrays.copyOf(record, length);
        exact = Arrays.copyOf(exact, length);
        possible = Arrays.copyOf(possible, length);
        from = Arrays.copyOf(from, length);
        to = Arrays.copyOf(to, length);
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

    /** Returns the exact selectors of all entries, and perhaps more behind them. */
    int[] exactSelectors() {
        return exact;
    }

    /** Returns for all entries the selectors that match wherever they possibly do, and perhaps more behind them. */
    int[] possibleSelectors() {
        return possible;
    }

    /** Returns the number of entries. */
    int size() {
        return size;
    }

    /** Returns the first entry of a record; those of the next record begin where its own end. */
    int start(int index) {
        return start[index];
    }

    int record(int entry) {
        return record[entry];
    }

    int exact(int entry) {
        return exact[entry];
    }

    int possible(int entry) {
        return possible[entry];
    }

    int from(int entry) {
        return from[entry];
    }

    int to(int entry) {
        return to[entry];
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
