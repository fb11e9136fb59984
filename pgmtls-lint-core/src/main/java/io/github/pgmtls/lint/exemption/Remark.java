package io.github.pgmtls.lint.exemption;

import io.github.pgmtls.lint.finding.Location;

/**
 * Something to be said about an exemption itself.
 *
 * @param kind what is the matter
 * @param place where the exemption stands
 * @param message what is wrong, one phrase
 * @param subject what tells it from others of the same kind at the same place
 */
public record Remark(Kind kind, Location place, String message, String subject) {

    /** What can be the matter with an exemption. */
    public enum Kind {
        /** A suppression is not understood, or not in the revision whose suppressions count. */
        INVALID,
        /** A suppression suppresses nothing. */
        UNUSED,
        /** The last day of a suppression, or of an entry of the baseline, is over. */
        EXPIRED,
        /** An entry of the baseline is of nothing that is still found. */
        STALE
    }
}
