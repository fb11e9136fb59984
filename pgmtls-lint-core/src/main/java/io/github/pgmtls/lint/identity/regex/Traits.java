package io.github.pgmtls.lint.identity.regex;

/**
 * What is to be known of a part of a pattern to choose among its matches, as a set of bits.
 *
 * <p>The rules are those of the server (src/include/regex/regguts.h): a part prefers what its first quantified atom
 * prefers; parts of different preference must not be mixed up, nor those with groups or back references.
 */
final class Traits {

    static final int NONE = 0;
    /** It prefers the longest match. */
    static final int LONGEST = 1;
    /** It prefers the shortest match. */
    static final int SHORTEST = 2;
    /** Parts of it prefer the longest match and other parts the shortest. */
    static final int MIXED = 4;
    /** There are capturing parentheses in it. */
    static final int CAPTURES = 8;
    /** There are back references in it. */
    static final int REFERS = 16;

    private static final int PREFERENCE = LONGEST | SHORTEST;
    private static final int INTRICATE = MIXED | CAPTURES | REFERS;

    private Traits() {}

    static int preference(int traits) {
        return traits & PREFERENCE;
    }

    /** Returns what holds for a part if these traits hold for something in it. */
    static int inherited(int traits) {
        boolean both = preference(traits) == PREFERENCE;
        return (traits & INTRICATE) | (both ? MIXED : NONE);
    }

    /** Tells whether a part needs a place of its own in the tree. */
    static boolean intricate(int traits) {
        return (traits & INTRICATE) != 0;
    }

    /** Tells whether two parts can be one, because it does not matter where one ends and the other begins. */
    static boolean blend(int one, int other) {
        return !intricate(inherited(one | other));
    }

    /** Returns the traits of two parts together: the first preference counts. */
    static int combined(int first, int second) {
        int preference = preference(first) != 0 ? preference(first) : preference(second);
        return inherited(first | second) | preference;
    }
}
