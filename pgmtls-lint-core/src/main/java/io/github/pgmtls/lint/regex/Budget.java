package io.github.pgmtls.lint.regex;

/** How much work a match may still take. Both the pattern and the subject may have been made to take forever. */
final class Budget {

    private final int steps;
    private int spent;

    Budget(int steps) {
        this.steps = steps;
    }

    int spent() {
        return spent < 0 ? steps : Math.min(spent, steps);
    }

    void spend(int cost) {
        spent += cost;
        if (spent < 0 || spent > steps) {
            throw new UndecidedException("matching takes more than " + steps + " steps");
        }
    }
}
