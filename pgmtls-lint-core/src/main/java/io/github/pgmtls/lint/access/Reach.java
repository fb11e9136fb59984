package io.github.pgmtls.lint.access;

import java.util.List;

/** Whether a record ever decides a connection. Records are named by their index in the list. */
public sealed interface Reach {

    /**
     * It decides the connection of the witness.
     *
     * @param witness certain, unless there is only one that rests on assumptions
     */
    record Reachable(Witness witness) implements Reach {}

    /** It matches no connection at all. */
    record Unmatchable(io.github.pgmtls.lint.access.Unmatchable why) implements Reach {}

    /**
     * Earlier records match, whatever is not known, every connection that it matches.
     *
     * @param by earlier records that do so together, in file order; a single one if one suffices, and then one that
     *     decides otherwise if there is one. A small set, not always the smallest
     * @param complete whether these are all of the set; large sets are cut
     */
    record Shadowed(List<Integer> by, boolean complete) implements Reach {}

    /** The {@linkplain Budget budget} did not suffice, or it depends on a regular expression that cannot be decided. */
    record NotDecided() implements Reach {}
}
