package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.NamePattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Classes of names that stand together in every list they stand in. No record tells the names of a class apart, so one
 * of them stands for all.
 */
final class NameClasses {

    private final int[] classOf;
    private final IntList sizes = new IntList();
    private final IntList representatives = new IntList();
    private final int[] count;
    private final int[] target;

    private NameClasses(BitSet names, int terms) {
        classOf = new int[terms];
        Arrays.fill(classOf, -1);
        count = new int[names.cardinality() + 1];
        target = new int[names.cardinality() + 1];
        if (!names.isEmpty()) {
            names.stream().forEach(name -> classOf[name] = 0);
            sizes.add(names.cardinality());
        }
    }

    /** Leaves one name of each class. */
    static List<ColumnTerms> shorten(List<ColumnTerms> columns, Space space) {
        BitSet databases = literals(columns, ColumnTerms::databases, space);
        BitSet users = literals(columns, ColumnTerms::users, space);
        BitSet both = (BitSet) databases.clone();
        both.and(users);
        databases.andNot(both);
        users.andNot(both);
        NameClasses databaseClasses = new NameClasses(databases, space.terms.size());
        NameClasses userClasses = new NameClasses(users, space.terms.size());
        for (ColumnTerms terms : columns) {
            databaseClasses.split(terms.databases());
            userClasses.split(terms.users());
        }
        databaseClasses.chooseRepresentatives(space.databaseRepresentatives);
        userClasses.chooseRepresentatives(space.userRepresentatives);
        List<ColumnTerms> shortened = new ArrayList<>(columns.size());
        for (ColumnTerms terms : columns) {
            shortened.add(new ColumnTerms(
                    databaseClasses.representatives(terms.databases()), userClasses.representatives(terms.users())));
        }
        return shortened;
    }

    /** Returns the names of a column whose only meaning is to stand there: roles mean more. */
    private static BitSet literals(List<ColumnTerms> columns, Function<ColumnTerms, int[]> column, Space space) {
        BitSet names = new BitSet();
        for (ColumnTerms terms : columns) {
            for (int term : column.apply(terms)) {
                if (space.terms.kind(term) == NamePattern.Kind.LITERAL && !isRole(space.terms.text(term), space)) {
                    names.set(term);
                }
            }
        }
        return names;
    }

    private static boolean isRole(String name, Space space) {
        return space.terms.membersOf(name) != Terms.NONE
                || space.surroundings
                        .roles()
                        .filter(roles -> !roles.rolesOf(name).isEmpty())
                        .isPresent();
    }

    /** Moves the names of a list out of the classes that have names outside of it. */
    private void split(int[] list) {
        IntList touched = new IntList();
        for (int term : list) {
            if (classOf[term] >= 0 && count[classOf[term]]++ == 0) {
                touched.add(classOf[term]);
            }
        }
        for (int i = 0; i < touched.size(); i++) {
            int old = touched.get(i);
            target[old] = old;
            if (count[old] < sizes.get(old)) {
                target[old] = sizes.size();
                sizes.set(old, sizes.get(old) - count[old]);
                sizes.add(count[old]);
            }
            count[old] = 0;
        }
        for (int term : list) {
            if (classOf[term] >= 0) {
                classOf[term] = target[classOf[term]];
            }
        }
    }

    private void chooseRepresentatives(Map<Integer, Integer> chosen) {
        for (int i = 0; i < sizes.size(); i++) {
            representatives.add(-1);
        }
        for (int term = 0; term < classOf.length; term++) {
            if (classOf[term] >= 0 && representatives.get(classOf[term]) < 0) {
                representatives.set(classOf[term], term);
            } else if (classOf[term] >= 0) {
                chosen.put(term, representatives.get(classOf[term]));
            }
        }
    }

    private int[] representatives(int[] list) {
        return Arrays.stream(list)
                .filter(term -> classOf[term] < 0 || representatives.get(classOf[term]) == term)
                .toArray();
    }
}
