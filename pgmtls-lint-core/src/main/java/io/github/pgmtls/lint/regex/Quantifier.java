package io.github.pgmtls.lint.regex;

/**
 * What stands behind an atom.
 *
 * @param bounds how often the atom is repeated
 * @param preference the trait that it brings: to prefer the longest or the shortest match, or none
 */
record Quantifier(Bounds bounds, int preference) {

    static final Quantifier NONE = new Quantifier(Bounds.ONCE, Traits.NONE);

    /** Returns the quantifier <code>{m}</code>, which prefers what its atom prefers. */
    static Quantifier exactly(int times) {
        return new Quantifier(new Bounds(times, times), Traits.NONE);
    }
}
