package io.github.pgmtls.lint.regex;

import java.util.List;

/** A set of strings, as a regular expression without captures: what a part of the pattern can match. */
sealed interface Expression {

    Complexity complexity();

    /** Returns this without its assertions: each counts as fulfilled. */
    Expression withoutAssertions();

    /** Tells whether this surely asks for a place in the subject, whichever string it matches. */
    default boolean asksFor(Assertion place) {
        return false;
    }

    /** Adds the automaton of this in front of a state, and returns its first state. */
    int build(AutomatonBuilder builder, int next);

    static Expression empty() {
        return new Sequence(List.of(), Complexity.EMPTY);
    }

    static Expression bytes(ByteSet members) {
        return new Bytes(members);
    }

    static Expression assertion(Assertion assertion) {
        return new Condition(assertion);
    }

    static Expression lookaround(boolean ahead, boolean wanted, Expression body) {
        return new Look(new Lookaround(ahead, wanted, Automaton.of(body)));
    }

    static Expression sequence(List<Expression> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : new Sequence(List.copyOf(parts), Complexity.sequence(complexities(parts)));
    }

    static Expression alternation(List<Expression> branches) {
        return branches.size() == 1
                ? branches.get(0)
                : new Alternation(List.copyOf(branches), Complexity.alternation(complexities(branches)));
    }

    /** Returns repetitions of this. */
    default Expression repeated(Bounds bounds) {
        if (bounds.isOnce()) {
            return this;
        }
        return new Repetition(this, bounds, complexity().repeated(bounds));
    }

    private static List<Complexity> complexities(List<Expression> parts) {
        return parts.stream().map(Expression::complexity).toList();
    }

    /** One byte out of a set. */
    record Bytes(ByteSet members) implements Expression {
        @Override
        public Complexity complexity() {
            return Complexity.BYTE;
        }

        @Override
        public Expression withoutAssertions() {
            return this;
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            return builder.bytes(members, next);
        }
    }

    /** The empty string, at certain places. */
    record Condition(Assertion assertion) implements Expression {
        @Override
        public Complexity complexity() {
            return Complexity.ASSERTION;
        }

        @Override
        public Expression withoutAssertions() {
            return empty();
        }

        @Override
        public boolean asksFor(Assertion place) {
            return assertion == place;
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            return builder.assertion(assertion, next);
        }
    }

    /** The empty string, at places with certain surroundings. */
    record Look(Lookaround lookaround) implements Expression {
        @Override
        public Complexity complexity() {
            return Complexity.ASSERTION;
        }

        @Override
        public Expression withoutAssertions() {
            return empty();
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            return builder.lookaround(lookaround, next);
        }
    }

    /** One after the other. */
    record Sequence(List<Expression> parts, Complexity complexity) implements Expression {
        @Override
        public Expression withoutAssertions() {
            return sequence(parts.stream().map(Expression::withoutAssertions).toList());
        }

        @Override
        public boolean asksFor(Assertion place) {
            return parts.stream().anyMatch(part -> part.asksFor(place));
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            int first = next;
            for (int i = parts.size() - 1; i >= 0; i--) {
                first = parts.get(i).build(builder, first);
            }
            return first;
        }
    }

    /** Any of several. */
    record Alternation(List<Expression> branches, Complexity complexity) implements Expression {
        @Override
        public Expression withoutAssertions() {
            return alternation(
                    branches.stream().map(Expression::withoutAssertions).toList());
        }

        @Override
        public boolean asksFor(Assertion place) {
            return branches.stream().allMatch(branch -> branch.asksFor(place));
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            int first = branches.get(branches.size() - 1).build(builder, next);
            for (int i = branches.size() - 2; i >= 0; i--) {
                first = builder.fork(branches.get(i).build(builder, next), first);
            }
            return first;
        }
    }

    /** The same several times. */
    record Repetition(Expression body, Bounds bounds, Complexity complexity) implements Expression {
        @Override
        public Expression withoutAssertions() {
            return body.withoutAssertions().repeated(bounds);
        }

        @Override
        public boolean asksFor(Assertion place) {
            return bounds.least() > 0 && body.asksFor(place);
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            boolean unbounded = bounds.isUnbounded();
            boolean atLeastOnce = bounds.least() > 0;
            int first = unbounded ? builder.loop(body, atLeastOnce, next) : optional(builder, next);
            int more = unbounded && atLeastOnce ? bounds.least() - 1 : bounds.least();
            for (int i = 0; i < more; i++) {
                first = body.build(builder, first);
            }
            return first;
        }

        private int optional(AutomatonBuilder builder, int next) {
            int first = next;
            for (int i = bounds.least(); i < bounds.most(); i++) {
                first = builder.fork(body.build(builder, first), next);
            }
            return first;
        }
    }
}
