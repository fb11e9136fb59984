package io.github.pgmtls.lint.identity.regex;

/**
 * What a quantifier stands behind.
 *
 * @param node the atom, once
 * @param apart whether it must have a place of its own in the tree: a group or a back reference
 */
record Atom(Node node, boolean apart) {

    static Atom of(ByteSet members) {
        return of(Node.plain(Traits.NONE, Expression.bytes(members)));
    }

    static Atom of(Node node) {
        return new Atom(node, false);
    }

    static Atom group(Node node) {
        return new Atom(node, true);
    }

    static Atom backReference(int number, Expression group) {
        return new Atom(Node.backReference(Traits.REFERS, group, number, Bounds.ONCE), true);
    }

    int traits() {
        return node.traits();
    }
}
