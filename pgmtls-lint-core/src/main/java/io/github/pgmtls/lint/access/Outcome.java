package io.github.pgmtls.lint.access;

import io.github.pgmtls.lint.config.HbaRecord;
import java.util.List;
import java.util.Optional;

/**
 * A record that decides a connection, and what must be assumed for that.
 *
 * @param record the record; nothing if none matches, so that the connection is rejected implicitly
 * @param assumptions what is not known and was taken to hold or not to hold; empty if this is certain
 * @param skipped for each record before it, in order, why it does not match
 */
public record Outcome(Optional<HbaRecord> record, List<Assumption> assumptions, List<Mismatch> skipped) {

    /** Returns the index of the record among all; behind the last one, the implicit reject. */
    public int index() {
        return skipped.size();
    }

    /** Returns what happens to the connection. */
    public Decision decision() {
        return record.map(Decision::of).orElse(Decision.REJECT);
    }
}
