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
        Map<NameColumn, int[]> databases = new IdentityHashMap<>();
        Map<NameColumn, int[]> users = new IdentityHashMap<>();
        for (List<HbaRecord> records : lists) {
            for (HbaRecord record : records) {
                ColumnTerms terms = new ColumnTerms(
                        column(record.databaseNames(), space.terms, databases),
                        column(record.userNames(), space.terms, users));
                columns.add(terms);
                products += (long) terms.databases.length * terms.users.length;
            }
        }
        boolean many = products - columns.size() > space.budget.products();
        return many && !space.terms.hasRegexes() ? NameClasses.shorten(columns, space) : columns;
    }

    private static int[] column(NameColumn column, Terms terms, Map<NameColumn, int[]> known) {
        int[] found = known.get(column);
        if (found == null) {
            found = column(column, terms);
            known.put(column, found);
        }
        return found;
    }

    static int[] column(NameColumn names, Terms terms) {
        if (names.names().size() == 1) {
            return terms.alone(terms.of(names.names().get(0)));
        }
        IntSet column = new IntSet();
        for (NameColumn.Name name : names.names()) {
            int term = terms.of(name);
            if (term != Terms.NONE) {
                column.add(term);
            }
        }
        if (!column.contains(Terms.ALL)) {
            return column.toArray();
        }
        return column.contains(Terms.REPLICATION) ? new int[] {Terms.ALL, Terms.REPLICATION} : new int[] {Terms.ALL};
    }
}
