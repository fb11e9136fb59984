package io.github.pgmtls.lint.access;

import java.util.Map;
import java.util.TreeMap;

/** Ranges of addresses that are known to be covered; those that touch are one. */
final class CoveredRanges {

    private final TreeMap<Integer, Integer> ranges = new TreeMap<>();

    /** Returns where the range ends that an address is in, or the address itself. */
    int until(int at) {
        Map.Entry<Integer, Integer> range = ranges.floorEntry(at);
        return range == null ? at : Math.max(at, range.getValue());
    }

    /** Adds a range; returns by how many there are more now. */
    int add(int from, int to) {
        int before = ranges.size();
        int start = from;
        int end = to;
        for (Map.Entry<Integer, Integer> range = ranges.floorEntry(end);
                range != null && range.getValue() >= start;
                range = ranges.floorEntry(end)) {
            start = Math.min(start, range.getKey());
            end = Math.max(end, range.getValue());
            ranges.remove(range.getKey());
        }
        ranges.put(start, end);
        return ranges.size() - before;
    }
}
