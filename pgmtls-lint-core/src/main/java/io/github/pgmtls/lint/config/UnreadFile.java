package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.syntax.AuthToken;

/**
 * A file that an authentication file refers to and that was not read, although the server finds no fault in that.
 *
 * @param name the name as written
 * @param reference the token that refers to it
 * @param why why it was not read
 */
public record UnreadFile(String name, AuthToken reference, Why why) {

    /** Why a file was not read. */
    public enum Why {
        /** It lies outside the linted directory: what the server finds there is unknown. */
        NOT_IN_TREE,
        /** It is a directory: the server (14 on) logs that and goes on without it. */
        DIRECTORY
    }
}
