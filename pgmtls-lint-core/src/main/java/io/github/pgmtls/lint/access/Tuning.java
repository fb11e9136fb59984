package io.github.pgmtls.lint.access;

/**
 * From which sizes on a structure for large sizes pays. No answer depends on it.
 *
 * @param manyCells cells of a block that are searched as a tree
 * @param manyEntries entries that are searched as a tree
 * @param patience rounds of a walk after which it looks at what more general selectors cover
 */
record Tuning(int manyCells, int manyEntries, int patience) {

    static final Tuning DEFAULT = new Tuning(32, 8, 256);
}
