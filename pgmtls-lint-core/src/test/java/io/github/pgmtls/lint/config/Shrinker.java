package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.DataFiles.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes a failing example smaller: without files, then without lines, words and bytes that do not matter. */
final class Shrinker {

    private static final int MOST_STEPS = 2_000;
    private static final List<String> PARTS = List.of("(?<=\n)", "(?<=[ \t,])", "(?<=[^\n])");

    private final Predicate<DataFiles> fails;
    private int steps;

    Shrinker(Predicate<DataFiles> fails) {
        this.fails = fails;
    }

    /**
     * Returns a smaller example that fails too.
     *
     * @param top the path of the file that must remain
     */
    DataFiles shrink(DataFiles files, String top) {
        DataFiles smallest = files;
        for (String path : files.entries().keySet()) {
            DataFiles fewer = smallest.without(path);
            if (!path.equals(top) && stillFails(fewer)) {
                smallest = fewer;
            }
        }
        for (String separator : PARTS) {
            for (String path : List.copyOf(smallest.entries().keySet())) {
                if (smallest.entries().get(path) instanceof Entry.Content content) {
                    smallest = shrink(smallest, path, List.of(content.bytes().split(separator, -1)));
                }
            }
        }
        return smallest;
    }

    /** Takes away ever smaller groups of neighbours. */
    private DataFiles shrink(DataFiles files, String path, List<String> all) {
        List<String> parts = all;
        for (int size = Math.max(1, parts.size() / 2); size > 0; size /= 2) {
            int from = 0;
            while (from < parts.size()) {
                List<String> rest = new ArrayList<>(parts);
                rest.subList(from, Math.min(parts.size(), from + size)).clear();
                if (stillFails(files.with(path, String.join("", rest)))) {
                    parts = rest;
                } else {
                    from += size;
                }
            }
        }
        return files.with(path, String.join("", parts));
    }

    private boolean stillFails(DataFiles candidate) {
        steps++;
        return steps <= MOST_STEPS && fails.test(candidate);
    }
}
