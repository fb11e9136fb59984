package io.github.pgmtls.lint.access;

/**
 * A fact that is taken to hold, or not to hold.
 *
 * @param fact which fact
 * @param holds whether it is taken to hold
 */
public record Assumption(Fact fact, boolean holds) {

    /** Returns a clause such as {@code dave is not a member of ops}. */
    public String phrase() {
        return fact.phrase(holds);
    }
}
