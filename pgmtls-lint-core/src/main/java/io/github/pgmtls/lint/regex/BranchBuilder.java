package io.github.pgmtls.lint.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the tree of a branch: a plain part as long as possible, then an atom that does not blend with it, then the rest
 * (the second half of parseqatom in regcomp.c).
 */
final class BranchBuilder {

    private final Dialect dialect;
    private final List<Expression> plain = new ArrayList<>();
    private int traits = Traits.NONE;

    BranchBuilder(Dialect dialect) {
        this.dialect = dialect;
    }

    void add(Expression expression) {
        plain.add(expression);
    }

    /** Adds an atom to the plain part, if it blends with it. */
    boolean blend(Atom atom, Quantifier quantifier) {
        int together = traits | quantifier.preference() | atom.traits();
        boolean blends = !atom.apart() && !Traits.intricate(Traits.inherited(together));
        if (blends) {
            add(atom.node().expression().repeated(quantifier.bounds()));
            traits = together;
        }
        return blends;
    }

    /** Returns an atom with its quantifier. */
    Node quantified(Atom atom, Quantifier quantifier) {
        Node node = atom.node();
        Bounds bounds = quantifier.bounds();
        int together = Traits.combined(quantifier.preference(), node.traits());
        if (atom.apart() && node.group() == 0) {
            return Node.backReference(together, node.expression(), node.reference(), bounds);
        }
        if (bounds.isOnce() && keepsPreference(node, quantifier)) {
            return node;
        }
        if ((node.traits() & (Traits.CAPTURES | Traits.REFERS)) == 0) {
            return Node.plain(together, node.expression().repeated(bounds));
        }
        if (bounds.least() > 0 && (node.traits() & Traits.REFERS) == 0) {
            // Groups keep what the last repetition has matched, so only that one needs to be looked into.
            Node before =
                    Node.plain(Traits.preference(together), node.expression().repeated(bounds.beforeLast()));
            return Node.concatenation(together, before, node);
        }
        return Node.iteration(together, node, bounds);
    }

    private static boolean keepsPreference(Node node, Quantifier quantifier) {
        int own = node.traits() & (Traits.LONGEST | Traits.SHORTEST | Traits.MIXED);
        return quantifier.preference() == Traits.NONE || own == Traits.NONE || own == quantifier.preference();
    }

    /** Returns the branch, if all of it is plain. */
    Node build() {
        return Node.plain(traits, Expression.sequence(plain));
    }

    /**
     * Returns the branch.
     *
     * @param quantified the atom behind the plain part, with its quantifier
     * @param quantifiedTraits the traits of the two
     * @param rest what follows, if anything does
     */
    Node build(Node quantified, int quantifiedTraits, Optional<Node> rest) {
        int tailTraits = quantifiedTraits;
        Node tail = quantified;
        if (rest.isPresent()) {
            tailTraits |= Traits.combined(tailTraits, rest.get().traits());
            tail = tail(quantified, rest.get(), tailTraits);
        } else if (!dialect.lastPreferenceCounts()) {
            tailTraits = quantified.traits();
        }
        int all = traits | Traits.combined(traits, tailTraits);
        if (!plain.isEmpty()) {
            return Node.concatenation(all, build(), tail);
        }
        if (rest.isPresent()) {
            return Node.concatenation(all, quantified, rest.get());
        }
        return dialect.lastPreferenceCounts() ? Node.concatenation(all, build(), quantified) : quantified;
    }

    private static Node tail(Node quantified, Node rest, int traits) {
        boolean plain = quantified.kind() == Node.Kind.PLAIN && rest.kind() == Node.Kind.PLAIN;
        Node both = Node.concatenation(traits, quantified, rest);
        return plain && Traits.blend(quantified.traits(), rest.traits())
                ? Node.plain(Traits.combined(quantified.traits(), rest.traits()), both.expression())
                : both;
    }
}
