package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NameColumn;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of the database and the user column of a record, each once, without those that others of the column cover
 * anyway or that match nothing.
 */
final class ColumnTerms {

    /** From how many names on it pays to look for a list that was read before. */
    private static final int LONG = 8;

    private final int[] databases;
    private final int[] users;

    ColumnTerms(int[] databases, int[] users) {
        this.databases = databases;
        this.users = users;
    }

    int[] databases() {
        return databases;
    }

    int[] users() {
        return users;
    }

    /** Returns the terms of all records; long lists are shortened where that changes nothing. */
    static List<ColumnTerms> of(List<List<HbaRecord>> lists, Space space) {
        List<ColumnTerms> columns = new ArrayList<>();
        long products = 0;
        Reader databases = new Reader(space.terms);
        Reader users = new Reader(space.terms);
        for (List<HbaRecord> records : lists) {
            for (HbaRecord record : records) {
                ColumnTerms terms =
                        new ColumnTerms(databases.terms(record.databaseNames()), users.terms(record.userNames()));
                columns.add(terms);
                products += (long) terms.databases.length * terms.users.length;
            }
        }
        boolean many = products - columns.size() > space.budget.products();
        return many && !space.terms.hasRegexes() ? NameClasses.shorten(columns, space) : columns;
    }

    static int[] of(NameColumn names, Terms terms) {
        return new Reader(terms).terms(names);
    }

    /** Finds the terms of one column of many records. */
    private static final class Reader {

        private final Terms terms;

        /** Those that many records may share, which short lists seldom do. */
        private final Map<NameColumn, int[]> known = new IdentityHashMap<>();

        private final IntSet found = new IntSet();

        Reader(Terms terms) {
            this.terms = terms;
        }

        int[] terms(NameColumn column) {
            int[] before = known.get(column);
            return before != null ? before : read(column);
        }

        private int[] read(NameColumn column) {
            List<NameColumn.Name> names = column.names();
            int[] read = names.size() == 1 ? terms.alone(terms.of(names.get(0))) : read(names);
            if (names.size() == 1 || names.size() >= LONG) {
                known.put(column, read);
            }
            return read;
        }

        private int[] read(List<NameColumn.Name> names) {
            found.clear();
            for (int i = 0; i < names.size(); i++) {
                int term = terms.of(names.get(i));
                if (term != Terms.NONE) {
                    found.add(term);
                }
            }
            if (!found.contains(Terms.ALL)) {
                return found.toArray();
            }
            return found.contains(Terms.REPLICATION) ? new int[] {Terms.ALL, Terms.REPLICATION} : new int[] {Terms.ALL};
        }
    }
}
