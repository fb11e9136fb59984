package io.github.pgmtls.lint.regex;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pattern in the tree by which a match is divided among the groups (struct subre of the server).
 *
 * <p>Only what matters to groups is in the tree: a part without groups and back references is one {@link Kind#PLAIN}
 * node, whatever its size.
 */
final class Node {

    enum Kind {
        /** Nothing inside matters. */
        PLAIN,
        BACK_REFERENCE,
        /** Only there to capture what its child matches. */
        GROUP,
        /** Two children one after the other. */
        CONCATENATION,
        ALTERNATION,
        /** Repetitions of its child. */
        ITERATION
    }

    private final Kind kind;
    private final int traits;
    private final Expression expression;
    private final List<Node> children;
    private final Bounds bounds;
    private final int group;
    private final int reference;
    private @Nullable Automaton automaton;

    private Node(
            Kind kind,
            int traits,
            Expression expression,
            List<Node> children,
            Bounds bounds,
            int group,
            int reference) {
        this.kind = kind;
        this.traits = traits;
        this.expression = expression;
        this.children = children;
        this.bounds = bounds;
        this.group = group;
        this.reference = reference;
    }

    static Node plain(int traits, Expression expression) {
        return new Node(Kind.PLAIN, traits, expression, List.of(), Bounds.ONCE, 0, 0);
    }

    /** Returns a reference to a group, with what that group can match, repeated. */
    static Node backReference(int traits, Expression expression, int group, Bounds bounds) {
        return new Node(Kind.BACK_REFERENCE, traits, expression.repeated(bounds), List.of(), bounds, 0, group);
    }

    static Node concatenation(int traits, Node left, Node right) {
        Expression both = Expression.sequence(List.of(left.expression, right.expression));
        return new Node(Kind.CONCATENATION, traits, both, List.of(left, right), Bounds.ONCE, 0, 0);
    }

    static Node alternation(int traits, List<Node> branches) {
        Expression all =
                Expression.alternation(branches.stream().map(Node::expression).toList());
        return new Node(Kind.ALTERNATION, traits, all, List.copyOf(branches), Bounds.ONCE, 0, 0);
    }

    static Node iteration(int traits, Node child, Bounds bounds) {
        Expression repeated = child.expression.repeated(bounds);
        return new Node(Kind.ITERATION, traits, repeated, List.of(child), bounds, 0, 0);
    }

    /** Returns this node as a group. */
    Node capturing(int number) {
        int with = traits | Traits.CAPTURES;
        return group == 0
                ? new Node(kind, with, expression, children, bounds, number, reference)
                : new Node(Kind.GROUP, with, expression, List.of(this), Bounds.ONCE, number, 0);
    }

    Kind kind() {
        return kind;
    }

    int traits() {
        return traits;
    }

    boolean prefersShortest() {
        return (traits & Traits.SHORTEST) != 0;
    }

    Expression expression() {
        return expression;
    }

    List<Node> children() {
        return children;
    }

    Bounds bounds() {
        return bounds;
    }

    /** Returns the number of the group that captures what this matches, or 0. */
    int group() {
        return group;
    }

    /** Returns the number of the group that this refers to, if it is a back reference. */
    int reference() {
        return reference;
    }

    /** Returns the automaton of what this matches; that of a back reference takes all that its group could match. */
    Automaton automaton() {
        Automaton known = automaton;
        if (known == null) {
            known = Automaton.of(expression);
            automaton = known;
        }
        return known;
    }
}
