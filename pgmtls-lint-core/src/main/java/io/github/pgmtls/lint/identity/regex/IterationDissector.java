package io.github.pgmtls.lint.identity.regex;

/**
 * Divides a match among the repetitions of an atom (citerdissect and creviterdissect in regexec.c).
 *
 * <p>Repetitions that match nothing are not considered, unless the least number could not be reached without them.
 */
final class IterationDissector {

    private final Dissector dissector;
    private final Node atom;
    private final boolean mayBeAbsent;
    private final int start;
    private final int end;
    private final int least;
    private final int most;
    /** Where the repetitions end; the first entry is where the first one starts. */
    private final int[] points;

    private int limit;
    private int verified;

    IterationDissector(Dissector dissector, Node iteration, int start, int end) {
        Bounds bounds = iteration.bounds();
        this.dissector = dissector;
        this.atom = iteration.children().get(0);
        this.mayBeAbsent = bounds.least() == 0;
        this.start = start;
        this.end = end;
        this.least = Math.max(bounds.least(), 1);
        int available = bounds.isUnbounded() ? end - start : Math.min(end - start, bounds.most());
        this.most = Math.max(available, least);
        this.points = new int[most + 1];
        points[0] = start;
    }

    boolean dissect() {
        boolean empty = mayBeAbsent && start == end;
        if (atom.prefersShortest()) {
            return empty || shortestFirst();
        }
        // One empty repetition is preferred to none, so that groups are set.
        return longestFirst() || empty;
    }

    private boolean longestFirst() {
        int count = 1;
        limit = end;
        while (count > 0) {
            int point = dissector.longest(atom, points[count - 1], limit);
            if (point < 0) {
                count = shorten(count - 1);
                continue;
            }
            place(count, point);
            if (point == end) {
                int failed = count < least ? count : verify(count);
                if (failed == 0) {
                    return true;
                }
                count = shorten(failed);
            } else if (count >= most) {
                count = shorten(count - 1);
            } else if (point == points[count - 1] && !emptyIsNeeded(count, point)) {
                count = shorten(count);
            } else {
                count++;
                limit = end;
            }
        }
        return false;
    }

    /** Finds the last repetition, up to a number, that could be shorter; sets its limit; returns its number or 0. */
    private int shorten(int from) {
        for (int count = from; count > 0; count--) {
            int previous = points[count - 1];
            limit = points[count] - 1;
            if (limit > previous || (limit == previous && emptyIsNeeded(count, previous))) {
                return count;
            }
        }
        return 0;
    }

    private boolean shortestFirst() {
        int count = 1;
        limit = start;
        while (count > 0) {
            int previous = points[count - 1];
            if (limit == previous && limit != end && !emptyIsNeeded(count, limit)) {
                limit++;
            }
            if (count >= most) {
                limit = end;
            }
            int point = dissector.shortest(atom, previous, limit, end);
            if (point < 0) {
                count = lengthen(count - 1);
                continue;
            }
            place(count, point);
            if (point == end) {
                int failed = count < least ? count : verify(count);
                if (failed == 0) {
                    return true;
                }
                count = lengthen(failed);
            } else if (count >= most) {
                count = lengthen(count - 1);
            } else {
                count++;
                limit = point;
            }
        }
        return false;
    }

    private int lengthen(int from) {
        for (int count = from; count > 0; count--) {
            if (points[count] < end) {
                limit = points[count] + 1;
                return count;
            }
        }
        return 0;
    }

    private void place(int count, int point) {
        points[count] = point;
        verified = Math.min(verified, count - 1);
    }

    /** Tells whether a repetition that starts at a place must be allowed to match nothing, to reach the least number. */
    private boolean emptyIsNeeded(int count, int at) {
        return count < least && least - count >= end - at;
    }

    /** Divides the repetitions that are new; returns the number of the first one that cannot be divided, or 0. */
    private int verify(int count) {
        for (int i = verified + 1; i <= count; i++) {
            dissector.forget(atom);
            if (!dissector.dissect(atom, points[i - 1], points[i])) {
                return i;
            }
            verified = i;
        }
        return 0;
    }
}
