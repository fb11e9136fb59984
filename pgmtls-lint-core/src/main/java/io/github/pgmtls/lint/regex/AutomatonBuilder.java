package io.github.pgmtls.lint.regex;

import java.util.ArrayList;
import java.util.List;

/** Makes an {@link Automaton} from its end to its start (Thompson's construction). */
final class AutomatonBuilder {

    /** The accepting state. */
    static final int ACCEPT = 0;

    private final List<Automaton.State> states = new ArrayList<>();

    AutomatonBuilder() {
        states.add(new Automaton.Accept());
    }

    int bytes(ByteSet members, int next) {
        return add(new Automaton.Step(members, next));
    }

    int assertion(Assertion assertion, int next) {
        return add(new Automaton.Check(assertion, next));
    }

    int lookaround(Lookaround lookaround, int next) {
        return add(new Automaton.Look(lookaround, next));
    }

    int fork(int one, int other) {
        return add(new Automaton.Fork(one, other));
    }

    /**
     * Adds any number of repetitions of an expression.
     *
     * @param atLeastOnce whether the expression must be matched before going on
     */
    int loop(Expression body, boolean atLeastOnce, int next) {
        int fork = fork(next, next);
        int first = body.build(this, fork);
        states.set(fork, new Automaton.Fork(first, next));
        return atLeastOnce ? first : fork;
    }

    private int add(Automaton.State state) {
        states.add(state);
        return states.size() - 1;
    }

    Automaton build(int start) {
        return new Automaton(List.copyOf(states), start);
    }
}
