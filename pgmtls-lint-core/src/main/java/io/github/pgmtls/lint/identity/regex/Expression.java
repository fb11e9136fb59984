package io.github.pgmtls.lint.identity.regex;

import java.util.List;

/** A set of strings, as a regular expression without captures: what a part of the pattern can match. */
sealed interface Expression {

    /** The most states that the automaton of a pattern may need. A real server goes further, with seconds of work. */
    int LARGEST = 20_000;

    Expression EMPTY = new Sequence(List.of(), 0);

    /** Returns how many states an automaton needs for this. */
    int states();

    /** Returns this without its assertions: each counts as fulfilled. */
    Expression withoutAssertions();

    /** Adds the automaton of this in front of a state, and returns its first state. */
    int build(AutomatonBuilder builder, int next);

    static Expression bytes(ByteSet members) {
        return new Bytes(members);
    }

    static Expression assertion(Assertion assertion) {
        return new Condition(assertion);
    }

    static Expression lookaround(Lookaround.Kind kind, Expression body) {
        return new Look(new Lookaround(kind, Automaton.of(body)), limited(body.states() + 1L));
    }

    static Expression sequence(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Sequence(List.copyOf(parts), sum(parts));
    }

    static Expression alternation(List<Expression> branches) {
        return branches.size() == 1
                ? branches.get(0)
                : new Alternation(List.copyOf(branches), limited(sum(branches) + (long) branches.size()));
    }

    /** Returns repetitions of this. */
    default Expression repeated(Bounds bounds) {
        if (bounds.isOnce()) {
            return this;
        }
        long times = bounds.isUnbounded() ? Math.max(bounds.least(), 1) : bounds.most();
        return new Repetition(this, bounds, limited(times * (states() + 1)));
    }

    private static int sum(List<Expression> parts) {
        return limited(parts.stream().mapToLong(Expression::states).sum());
    }

    private static int limited(long states) {
        if (states > LARGEST) {
            throw new UndecidedException("the regular expression needs more than " + LARGEST + " states");
        }
        return (int) states;
    }

    /** One byte out of a set. */
    record Bytes(ByteSet members) implements Expression {
        @Override
        public int states() {
            return 1;
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
        public int states() {
            return 1;
        }

        @Override
        public Expression withoutAssertions() {
            return EMPTY;
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            return builder.assertion(assertion, next);
        }
    }

    /** The empty string, at places with certain surroundings. */
    record Look(Lookaround lookaround, int states) implements Expression {
        @Override
        public Expression withoutAssertions() {
            return EMPTY;
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            return builder.lookaround(lookaround, next);
        }
    }

    /** One after the other. */
    record Sequence(List<Expression> parts, int states) implements Expression {
        @Override
        public Expression withoutAssertions() {
            return sequence(parts.stream().map(Expression::withoutAssertions).toList());
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
    record Alternation(List<Expression> branches, int states) implements Expression {
        @Override
        public Expression withoutAssertions() {
            return alternation(
                    branches.stream().map(Expression::withoutAssertions).toList());
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
    record Repetition(Expression body, Bounds bounds, int states) implements Expression {
        @Override
        public Expression withoutAssertions() {
            return body.withoutAssertions().repeated(bounds);
        }

        @Override
        public int build(AutomatonBuilder builder, int next) {
            int required = bounds.least();
            int first;
            if (bounds.isUnbounded()) {
                first = loop(builder, next);
                required = Math.max(required - 1, 0);
            } else {
                first = optional(builder, next);
            }
            for (int i = 0; i < required; i++) {
                first = body.build(builder, first);
            }
            return first;
        }

        /** Any number of repetitions, or one and more if at least one is required. */
        private int loop(AutomatonBuilder builder, int next) {
            int fork = builder.openFork(next);
            int first = body.build(builder, fork);
            builder.closeFork(fork, first);
            return bounds.least() > 0 ? first : fork;
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
