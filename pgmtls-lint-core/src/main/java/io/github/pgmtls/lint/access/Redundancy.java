package io.github.pgmtls.lint.access;

/** Whether a record that decides connections could be left out. */
public enum Redundancy {
    /** Without it nothing would change: later records, or the implicit reject, decide in the same way. */
    REDUNDANT,
    /** Without it, some connection would be decided otherwise, or that cannot be excluded. */
    NEEDED,
    /** The {@linkplain Budget budget} did not suffice. */
    NOT_DECIDED
}
