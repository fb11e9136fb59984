package io.github.pgmtls.lint.identity.regex;

/**
 * What stands behind an atom.
 *
 * @param bounds how often the atom is repeated
 * @param preference the trait that it brings: to prefer the longest or the shortest match, or none
 */
record Quantifier(Bounds bounds, int preference) {

    static final Quantifier NONE = new Quantifier(Bounds.ONCE, Traits.NONE);

    /** Returns a quantifier with a preference, which the value of its last token tells. */
    static Quantifier of(int least, int most, Token last) {
        return new Quantifier(new Bounds(least, most), last.value() == 1 ? Traits.LONGEST : Traits.SHORTEST);
    }

    /** Returns the quantifier <code>{m}</code>, which prefers what its atom prefers. */
    static Quantifier exactly(int times) {
        return new Quantifier(new Bounds(times, times), Traits.NONE);
    }
}
