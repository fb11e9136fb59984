package io.github.pgmtls.lint.access;

/** Counts the steps of questions against a {@link Budget}. */
final class Steps {

    /** A question took more steps than it may. */
    static final class Exhausted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Exhausted() {
            super("the step budget is exhausted", null, false, false);
        }
    }

    private final Budget budget;
    private long left;
    private long allowed;
    private long used;

    Steps(Budget budget) {
        this.budget = budget;
        this.left = budget.steps();
    }

    /** Begins a question. */
    void begin() {
        left -= used;
        used = 0;
        allowed = Math.max(Math.min(left, budget.stepsPerQuestion()), budget.reducedSteps());
    }

    /** Returns the steps used for the question so far. */
    long used() {
        return used;
    }

    void spend(int steps) {
        used += steps;
        if (used > allowed) {
            throw new Exhausted();
        }
    }
}
