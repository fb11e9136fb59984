package io.github.pgmtls.lint.access;

import java.util.List;
import java.util.Optional;

/**
 * The records that decide the connections of a region.
 *
 * @param all in file order, the implicit reject last
 * @param complete whether there are surely no others; otherwise the {@linkplain Budget budget} did not suffice, or a
 *     regular expression could not be decided
 */
public record Deciders(List<Decider> all, boolean complete) {

    static final Deciders NOBODY = new Deciders(List.of(), true);
    static final Deciders NOT_DECIDED = new Deciders(List.of(), false);

    /** Returns the first one. */
    public Optional<Decider> first() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
    }

    /** Tells whether there surely are none. */
    public boolean surelyNone() {
        return complete && all.isEmpty();
    }
}
