package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;

/**
 * A file or directory that another one includes and whose content is unknown here: what the server finds there may be
 * anything.
 *
 * @param name the name as written
 * @param place the reference to it, or where reading ended
 * @param why why it was not read
 */
public record UnreadFile(String name, Location place, Why why) {

    /** Why a file was not read. */
    public enum Why {
        /** It lies outside the linted directory. */
        NOT_IN_TREE,
        /** It is no regular file, too large, or there is too much of everything. */
        BEYOND_LIMITS
    }
}
