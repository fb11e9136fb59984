package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.postgres.PostgresVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Sets of versions in words. */
public final class VersionWords {

    private VersionWords() {}

    /** Returns such as {@code up to 13}, {@code 12-15}, {@code from 14 on}, or {@code 10, 14-16}. */
    public static String of(Collection<PostgresVersion> versions) {
        List<String> ranges = new ArrayList<>();
        NavigableSet<Integer> rest = new TreeSet<>();
        versions.forEach(v -> rest.add(v.major()));
        boolean single = isOneRange(rest);
        while (!rest.isEmpty()) {
            int from = rest.first();
            int to = from;
            while (rest.remove(to)) {
                to++;
            }
            ranges.add(range(from, to - 1, single));
        }
        return String.join(", ", ranges);
    }

    private static boolean isOneRange(NavigableSet<Integer> majors) {
        return !majors.isEmpty() && majors.last() - majors.first() + 1 == majors.size();
    }

    private static String range(int from, int to, boolean single) {
        if (single && from == PostgresVersion.OLDEST && to == PostgresVersion.NEWEST) {
            return "every version";
        }
        if (single && from == PostgresVersion.OLDEST && to > from) {
            return "up to " + to;
        }
        if (single && to == PostgresVersion.NEWEST && to > from) {
            return "from " + from + " on";
        }
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
