package io.github.pgmtls.lint.regex;

import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;

/**
 * Divides a match among the groups, and checks its back references (cdissect and its like in regexec.c).
 *
 * <p>Which division counts is a matter of order: the left part of a concatenation takes the longest (or shortest)
 * string that leaves the right part something it can match, an alternation takes the first branch that can match, an
 * iteration takes the longest (or shortest) strings from left to right. A part is not divided in another way because a
 * back reference behind it fails.
 */
final class Dissector {

    private static final int COST_OF_A_RUN = 16;

    private final Subject subject;
    private final boolean exactReferences;
    private final boolean ignoreCase;
    private final int[] starts;
    private final int[] ends;
    private final IdentityHashMap<Node, Matches> matches = new IdentityHashMap<>();

    Dissector(Subject subject, int groups, boolean exactReferences, boolean ignoreCase) {
        this.subject = subject;
        this.exactReferences = exactReferences;
        this.ignoreCase = ignoreCase;
        this.starts = new int[groups + 1];
        this.ends = new int[groups + 1];
        Arrays.fill(starts, -1);
    }

    /** Returns where a group starts in the match that was last divided, or -1. */
    int start(int group) {
        return starts[group];
    }

    int end(int group) {
        return ends[group];
    }

    /** Returns where matches of a node from a place on can end, as lengths. */
    BitSet lengths(Node node, int start) {
        return matches.computeIfAbsent(node, n -> new Matches(n, subject)).lengths(start);
    }

    /** Divides what a node matches, from a start to an end that the automaton of the node accepts. */
    boolean dissect(Node node, int start, int end) {
        subject.spend(1);
        boolean fits = switch (node.kind()) {
            case PLAIN -> true;
            case BACK_REFERENCE -> isReference(node, start, end);
            case GROUP -> dissect(node.children().get(0), start, end);
            case CONCATENATION -> concatenation(node, start, end);
            case ALTERNATION -> alternation(node, start, end);
            case ITERATION -> new IterationDissector(this, node, start, end).dissect();
        };
        if (fits && node.group() > 0) {
            starts[node.group()] = start;
            ends[node.group()] = end;
        }
        return fits;
    }

    /** Forgets what the groups in a node have matched. */
    void forget(Node node) {
        subject.spend(1);
        starts[node.group()] = -1;
        for (Node child : node.children()) {
            forget(child);
        }
    }

    private boolean concatenation(Node node, int start, int end) {
        Node left = node.children().get(0);
        Node right = node.children().get(1);
        boolean shortest = left.prefersShortest();
        int middle = shortest ? shortest(left, start, start, end) : longest(left, start, end);
        while (middle >= 0) {
            if (longest(right, middle, end) == end && dissect(left, start, middle)) {
                if (dissect(right, middle, end)) {
                    return true;
                }
                forget(left);
            }
            if (middle == (shortest ? end : start)) {
                return false;
            }
            middle = shortest ? shortest(left, start, middle + 1, end) : longest(left, start, middle - 1);
        }
        return false;
    }

    private boolean alternation(Node node, int start, int end) {
        for (Node branch : node.children()) {
            if (longest(branch, start, end) == end && dissect(branch, start, end)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the last end of a match of a node that is not behind a limit, or -1. */
    int longest(Node node, int start, int limit) {
        subject.spend(1);
        if (isKnownReference(node)) {
            return reference(node, start, start, limit, false);
        }
        int length = lengths(node, start).previousSetBit(limit - start);
        return length < 0 ? -1 : start + length;
    }

    /** Returns the first end of a match of a node between two places, or -1. */
    int shortest(Node node, int start, int least, int most) {
        subject.spend(1);
        if (isKnownReference(node)) {
            return reference(node, start, least, most, true);
        }
        int length = lengths(node, start).nextSetBit(least - start);
        return length < 0 || start + length > most ? -1 : start + length;
    }

    private boolean isKnownReference(Node node) {
        return exactReferences && node.kind() == Node.Kind.BACK_REFERENCE && starts[node.reference()] >= 0;
    }

    /** Returns the last (or first) end between two places of repetitions of what a group has matched, or -1. */
    private int reference(Node node, int start, int least, int most, boolean shortest) {
        Bounds bounds = node.bounds();
        int length = ends[node.reference()] - starts[node.reference()];
        if (length == 0) {
            return least == start ? start : -1;
        }
        int fewest = Math.max((least - start + length - 1) / length, bounds.least());
        int available = (most - start) / length;
        int limit = bounds.isUnbounded() ? available : Math.min(available, bounds.most());
        if (limit < fewest) {
            return -1;
        }
        int wanted = shortest ? fewest : limit;
        int times = 0;
        while (times < wanted && sameText(node, start + times * length, length)) {
            times++;
        }
        return times < fewest ? -1 : start + times * length;
    }

    private boolean isReference(Node node, int start, int end) {
        if (starts[node.reference()] < 0) {
            return false;
        }
        int length = ends[node.reference()] - starts[node.reference()];
        if (length == 0 || start == end) {
            return start == end && (length == 0 || node.bounds().least() == 0);
        }
        int times = (end - start) / length;
        if (times * length != end - start || !node.bounds().contains(times)) {
            return false;
        }
        for (int i = 0; i < times; i++) {
            if (!sameText(node, start + i * length, length)) {
                return false;
            }
        }
        return true;
    }

    private boolean sameText(Node node, int at, int length) {
        subject.spend(length);
        String text = subject.text();
        int from = starts[node.reference()];
        for (int i = 0; i < length; i++) {
            char one = text.charAt(from + i);
            char other = text.charAt(at + i);
            if (one != other && !(ignoreCase && Ascii.lower(one) == Ascii.lower(other))) {
                return false;
            }
        }
        return true;
    }

    /** The matches of a node, by where they start. */
    private static final class Matches {

        private final Simulation simulation;
        private final Subject subject;
        private final BitSet[] lengths;

        Matches(Node node, Subject subject) {
            this.simulation = new Simulation(node.automaton(), subject);
            this.subject = subject;
            this.lengths = new BitSet[subject.length() + 1];
        }

        BitSet lengths(int start) {
            BitSet known = lengths[start];
            if (known == null) {
                subject.spend(COST_OF_A_RUN);
                known = simulation.lengthsFrom(start);
                lengths[start] = known;
            }
            return known;
        }
    }
}
