package io.github.pgmtls.lint.identity.regex;

import java.util.BitSet;

/** Runs an automaton over a subject, in all the states at once that it can be in. */
final class Simulation {

    private final Automaton automaton;
    private final Subject subject;
    private final int[] entered;
    private final int[] open;
    private Automaton.Step[] waiting;
    private Automaton.Step[] reading;
    private int generation;
    private int openCount;
    private int waitingCount;
    private boolean accepted;

    Simulation(Automaton automaton, Subject subject) {
        int size = automaton.states().size();
        subject.spend(size);
        this.automaton = automaton;
        this.subject = subject;
        this.entered = new int[size];
        this.open = new int[size];
        this.waiting = new Automaton.Step[size];
        this.reading = new Automaton.Step[size];
    }

    /** Returns the lengths of all matches that start at a place. */
    BitSet lengthsFrom(int start) {
        return run(start, false, false);
    }

    boolean matchesFrom(int start) {
        return !run(start, false, true).isEmpty();
    }

    /** Returns the ends of all matches. */
    BitSet endsOfAll() {
        return run(0, true, false);
    }

    /** Returns the first end of a match that starts at a place or behind it, or -1. */
    int firstEnd(int start) {
        int length = run(start, true, true).nextSetBit(0);
        return length < 0 ? -1 : start + length;
    }

    /**
     * Runs from a place on.
     *
     * @param anywhere whether a match may start at any place behind it too
     * @param firstOnly whether to stop at the first end of a match
     * @return the ends of matches, counted from the place
     */
    private BitSet run(int start, boolean anywhere, boolean firstOnly) {
        BitSet ends = new BitSet();
        begin();
        enter(automaton.start());
        for (int at = start; ; at++) {
            followAll(at);
            if (accepted) {
                ends.set(at - start);
            }
            boolean done = (accepted && firstOnly) || (waitingCount == 0 && !anywhere);
            if (done || at == subject.length()) {
                return ends;
            }
            read(subject.text().charAt(at));
            if (anywhere) {
                enter(automaton.start());
            }
        }
    }

    private void begin() {
        generation++;
        openCount = 0;
        waitingCount = 0;
        accepted = false;
    }

    private void followAll(int at) {
        subject.spend(1);
        while (openCount > 0) {
            subject.spend(1);
            openCount--;
            automaton.states().get(open[openCount]).follow(this, at);
        }
    }

    private void read(char c) {
        Automaton.Step[] steps = waiting;
        int count = waitingCount;
        waiting = reading;
        reading = steps;
        begin();
        for (int i = 0; i < count; i++) {
            if (steps[i].members().contains(c)) {
                enter(steps[i].next());
            }
        }
    }

    /** Is called back by a state: another state is reached at the same place. */
    void enter(int state) {
        if (entered[state] != generation) {
            entered[state] = generation;
            open[openCount] = state;
            openCount++;
        }
    }

    /** Is called back by a state that takes a byte. */
    void await(Automaton.Step step) {
        waiting[waitingCount] = step;
        waitingCount++;
    }

    /** Is called back by the accepting state. */
    void accept() {
        accepted = true;
    }

    /** Is called back by a state that needs to know. */
    boolean holds(Assertion assertion, int at) {
        return assertion.holds(subject.text(), at);
    }

    /** Is called back by a state that needs to know. */
    boolean holds(Lookaround lookaround, int at) {
        return subject.holds(lookaround, at);
    }
}
