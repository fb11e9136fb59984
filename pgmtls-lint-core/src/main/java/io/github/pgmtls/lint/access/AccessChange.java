package io.github.pgmtls.lint.access;

/**
 * Connections that are decided otherwise than before. Both deciders come with the same witness; around it, all
 * connections that both records match and no earlier record does have changed in the same way.
 *
 * @param before the record that decided them, or the implicit reject
 * @param after the record that decides them now, or the implicit reject
 */
public record AccessChange(Decider before, Decider after) {

    /** Returns a connection that is decided otherwise, certain if there is a certain one. */
    public Witness witness() {
        return after.witness();
    }
}
