package io.github.pgmtls.lint.config;

import java.util.ArrayList;
import java.util.List;

/** Whether problems behind which the meaning of a line is still clear end its reading, as the server does, or not. */
final class Strictness {

    static final Strictness SERVER = new Strictness(true);

    private final boolean strict;
    private final List<LoadProblem> problems = new ArrayList<>();

    private Strictness(boolean strict) {
        this.strict = strict;
    }

    static Strictness lenient() {
        return new Strictness(false);
    }

    /** Refuses the line, or takes note and lets the reading go on. */
    void refuse(LineRefused refused) throws LineRefused {
        if (strict) {
            throw refused;
        }
        problems.add(refused.problem());
    }

    List<LoadProblem> problems() {
        return problems;
    }
}
