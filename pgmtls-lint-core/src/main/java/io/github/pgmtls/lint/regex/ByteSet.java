package io.github.pgmtls.lint.regex;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** A set of byte values. Characters beyond 255, which a pattern can name, are never in a subject and are left out. */
final class ByteSet {

    private static final int SIZE = 256;

    static final ByteSet NONE = of(c -> false);
    static final ByteSet ALL = of(c -> true);
    static final ByteSet NEWLINE = of(c -> c == '\n');

    private final BitSet members;

    private ByteSet(BitSet members) {
        this.members = members;
    }

    static ByteSet of(IntPredicate predicate) {
        BitSet members = new BitSet(SIZE);
        for (int c = 0; c < SIZE; c++) {
            members.set(c, predicate.test(c));
        }
        return new ByteSet(members);
    }

    static ByteSet of(int c) {
        return range(c, c);
    }

    /** Returns the characters from the first to the last, both included. */
    static ByteSet range(int first, int last) {
        BitSet members = new BitSet(SIZE);
        if (first < SIZE) {
            members.set(first, Math.min(last, SIZE - 1) + 1);
        }
        return new ByteSet(members);
    }

    boolean contains(int c) {
        return members.get(c);
    }

    ByteSet or(ByteSet other) {
        BitSet result = (BitSet) members.clone();
        result.or(other.members);
        return new ByteSet(result);
    }

    ByteSet complement() {
        return of(c -> !members.get(c));
    }

    ByteSet without(ByteSet other) {
        BitSet result = (BitSet) members.clone();
        result.andNot(other.members);
        return new ByteSet(result);
    }

    /** Returns this set with the other case of every letter in it. */
    ByteSet withBothCases() {
        return of(c -> members.get(c) || members.get(Ascii.lower(c)) || members.get(Ascii.upper(c)));
    }
}
