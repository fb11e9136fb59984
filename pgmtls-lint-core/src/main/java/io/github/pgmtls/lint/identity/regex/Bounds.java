package io.github.pgmtls.lint.identity.regex;

/**
 * How often something may be repeated.
 *
 * @param least the least number, up to 255
 * @param most the greatest number, up to 255, or {@link #UNBOUNDED}
 */
record Bounds(int least, int most) {

    /** The greatest number that a pattern may name. */
    static final int LARGEST = 255;

    /** Infinity. */
    static final int UNBOUNDED = LARGEST + 1;

    static final Bounds ONCE = new Bounds(1, 1);

    boolean isOnce() {
        return equals(ONCE);
    }

    boolean isNever() {
        return most == 0;
    }

    boolean isUnbounded() {
        return most == UNBOUNDED;
    }

    /** Returns the bounds of what comes before the last repetition. */
    Bounds beforeLast() {
        return new Bounds(least - 1, isUnbounded() ? most : most - 1);
    }

    /** Tells whether it is a possible number. */
    boolean contains(int times) {
        return times >= least && (isUnbounded() || times <= most);
    }
}
