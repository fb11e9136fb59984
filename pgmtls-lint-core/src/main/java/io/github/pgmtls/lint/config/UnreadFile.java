package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.syntax.AuthToken;

/**
 * A file that an authentication file refers to and whose content is unknown here: what the server finds there may be
 * anything.
 *
 * @param name the name as written
 * @param reference the token that refers to it
 * @param why why it was not read
 */
public record UnreadFile(String name, AuthToken reference, Why why) {

    /** Why a file was not read. */
    public enum Why {
        /** It lies outside the linted directory. */
        NOT_IN_TREE,
        /** It is too large, or there are too many files, or it is no regular file. */
        BEYOND_LIMITS
    }
}
