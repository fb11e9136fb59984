package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.NamePattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    static ColumnTerms of(HbaRecord record, Terms terms) {
        return new ColumnTerms(column(record.databases(), terms), column(record.users(), terms));
    }

    /** Returns the terms of all records; long lists are shortened where that changes nothing. */
    static List<ColumnTerms> of(List<HbaRecord> records, Space space) {
        List<ColumnTerms> columns = new ArrayList<>(records.size());
        long products = 0;
        for (HbaRecord record : records) {
            ColumnTerms terms = of(record, space.terms);
            columns.add(terms);
            products += (long) terms.databases.length * terms.users.length;
        }
        boolean many = products - records.size() > space.budget.products();
        return many && !space.terms.hasRegexes() ? NameClasses.shorten(columns, space) : columns;
    }

    static int[] column(List<NamePattern> patterns, Terms terms) {
        if (patterns.size() == 1) {
            int term = terms.of(patterns.get(0));
            return term == Terms.NONE ? new int[0] : new int[] {term};
        }
        IntList column = new IntList(patterns.size());
        Set<Integer> seen = new HashSet<>();
        for (NamePattern pattern : patterns) {
            int term = terms.of(pattern);
            if (term != Terms.NONE && seen.add(term)) {
                column.add(term);
            }
        }
        if (!seen.contains(Terms.ALL)) {
            return column.toArray();
        }
        return seen.contains(Terms.REPLICATION) ? new int[] {Terms.ALL, Terms.REPLICATION} : new int[] {Terms.ALL};
    }
}
