package io.github.pgmtls.lint.regex;

import java.util.BitSet;
import java.util.IdentityHashMap;

/** A string that is searched, with what is already known about the surroundings of its places. */
final class Subject {

    private final String text;
    private final Budget budget;
    private final IdentityHashMap<Lookaround, Surroundings> surroundings = new IdentityHashMap<>();

    Subject(String text, Budget budget) {
        this.text = text;
        this.budget = budget;
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    void spend(int cost) {
        budget.spend(cost);
    }

    boolean holds(Lookaround lookaround, int at) {
        Surroundings known = surroundings.get(lookaround);
        if (known == null) {
            known = new Surroundings(lookaround, this);
            surroundings.put(lookaround, known);
        }
        return known.matchAt(at) == lookaround.wanted();
    }

    /** The places where the body of a lookaround matches. */
    private static final class Surroundings {

        private final Simulation simulation;
        private final boolean ahead;
        private final BitSet known = new BitSet();
        private final BitSet matching = new BitSet();

        Surroundings(Lookaround lookaround, Subject subject) {
            simulation = new Simulation(lookaround.body(), subject);
            ahead = lookaround.ahead();
            if (!ahead) {
                matching.or(simulation.endsOfAll());
                known.set(0, subject.length() + 1);
            }
        }

        boolean matchAt(int at) {
            if (!known.get(at)) {
                known.set(at);
                matching.set(at, simulation.matchesFrom(at));
            }
            return matching.get(at);
        }
    }
}
