package io.github.pgmtls.lint.access;

/** What can be said of something: it holds, it does not, or that depends on what is not known. */
enum Truth {
    YES,
    NO,
    UNKNOWN;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }
}
