package io.github.pgmtls.lint.regex;

import io.github.pgmtls.lint.postgres.PostgresVersion;

/**
 * What differs between versions of the engine. PostgreSQL 14 reworked it; before and after, versions agree.
 *
 * @param reworked whether it is the engine of PostgreSQL 14 or later
 */
record Dialect(boolean reworked) {

    static Dialect of(PostgresVersion version) {
        return new Dialect(version.isAtLeast(14));
    }

    /** Whether {@code \w} in brackets is read as {@code [:alnum:]_}, so that a range may start at its underscore. */
    boolean wordIsTwoElements() {
        return !reworked;
    }

    /** Whether {@code [[:word:]]} exists. */
    boolean wordHasName() {
        return reworked;
    }

    /** Whether {@code \D}, {@code \S} and {@code \W} may stand in brackets. */
    boolean complementsInBrackets() {
        return reworked;
    }

    /** Whether {@code \D} and its like match a newline even where {@code [^...]} does not. */
    boolean complementsMatchNewline() {
        return reworked;
    }

    /** Whether a back reference is only the text of the group, and not also the assertions in it. */
    boolean backReferencesDropAssertions() {
        return reworked;
    }

    /** Whether the text of a group is used as soon as it is known to find where a reference to it can end. */
    boolean backReferencesAreExact() {
        return reworked;
    }

    /**
     * Whether a quantifier that changes nothing but the preference, such as <code>{1,1}?</code> behind a group without
     * one, counts for the branch that it ends.
     */
    boolean lastPreferenceCounts() {
        return !reworked;
    }
}
