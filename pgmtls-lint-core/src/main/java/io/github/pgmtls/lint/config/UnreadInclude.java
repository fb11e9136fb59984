package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;

/**
 * A file or directory that {@code postgresql.conf} includes and that was not read, so that what it sets is unknown.
 *
 * @param name the name as written
 * @param place the directive
 * @param why why it was not read
 */
public record UnreadInclude(String name, Location place, Why why) {

    /** Why an included file was not read. */
    public enum Why {
        /** It lies outside the linted directory. */
        NOT_IN_TREE,
        /** It is too large, or there are too many files or lines, or it is no regular file. */
        BEYOND_LIMITS
    }
}
