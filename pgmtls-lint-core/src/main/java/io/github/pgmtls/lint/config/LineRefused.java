package io.github.pgmtls.lint.config;

/** Leaves the parser of one line at its first fatal problem; never crosses the package border. */
final class LineRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient LoadProblem problem;

    LineRefused(LoadProblem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    LoadProblem problem() {
        return problem;
    }
}
