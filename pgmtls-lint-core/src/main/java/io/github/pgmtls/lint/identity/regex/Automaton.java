package io.github.pgmtls.lint.identity.regex;

import java.util.List;

/**
 * A nondeterministic finite automaton.
 *
 * @param states its states; the numbers in them are indexes here
 * @param start the first state
 */
record Automaton(List<State> states, int start) {

    static Automaton of(Expression expression) {
        AutomatonBuilder builder = new AutomatonBuilder();
        return builder.build(expression.build(builder, AutomatonBuilder.ACCEPT));
    }

    /** What an automaton may do in a state. */
    sealed interface State {

        /** Follows the ways out of this state that take no byte. */
        void follow(Simulation simulation, int at);
    }

    /** The end. */
    record Accept() implements State {
        @Override
        public void follow(Simulation simulation, int at) {
            simulation.accept();
        }
    }

    /** Takes a byte out of a set. */
    record Step(ByteSet members, int next) implements State {
        @Override
        public void follow(Simulation simulation, int at) {
            simulation.await(this);
        }
    }

    /** Goes two ways. */
    record Fork(int one, int other) implements State {
        @Override
        public void follow(Simulation simulation, int at) {
            simulation.enter(one);
            simulation.enter(other);
        }
    }

    /** Goes on at certain places. */
    record Check(Assertion assertion, int next) implements State {
        @Override
        public void follow(Simulation simulation, int at) {
            if (simulation.holds(assertion, at)) {
                simulation.enter(next);
            }
        }
    }

    /** Goes on at places with certain surroundings. */
    record Look(Lookaround lookaround, int next) implements State {
        @Override
        public void follow(Simulation simulation, int at) {
            if (simulation.holds(lookaround, at)) {
                simulation.enter(next);
            }
        }
    }
}
