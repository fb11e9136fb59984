package io.github.pgmtls.lint.regex;

import java.util.List;

/**
 * How much of a server's memory and time an expression would need.
 *
 * <p>The server gives up on an expression that needs too much ({@code regular expression is too complex}, or minutes of
 * work). Where exactly depends on its version and its internals: on states, on the arcs between them once empty ones
 * are removed, and most of all on assertions that can meet at one place, for which it splits states. We give up well
 * before, and say so. Real servers of 10 to 18 have never refused an expression within these limits.
 *
 * @param states how many states an automaton needs
 * @param arcs how many pairs of bytes in the pattern can follow each other
 * @param first how many bytes in the pattern can be first
 * @param last how many bytes in the pattern can be last
 * @param assertions how many assertions there can be at one place of the subject
 * @param leading how many of them at the start
 * @param trailing how many of them at the end
 * @param through how many of them when the expression matches the empty string; -1 if it cannot
 */
record Complexity(
        long states, long arcs, long first, long last, long assertions, long leading, long trailing, long through) {

    static final int MOST_STATES = 10_000;
    static final int MOST_ARCS = 30_000;
    static final int MOST_ASSERTIONS = 6;

    static final Complexity EMPTY = new Complexity(0, 0, 0, 0, 0, 0, 0, 0);
    static final Complexity BYTE = new Complexity(1, 0, 1, 1, 0, 0, 0, -1);
    static final Complexity ASSERTION = new Complexity(1, 0, 0, 0, 1, 1, 1, 1);

    Complexity {
        if (states > MOST_STATES || arcs > MOST_ARCS) {
            throw new UndecidedException("the regular expression is too large to be followed");
        }
        if (assertions > MOST_ASSERTIONS) {
            throw new UndecidedException("the regular expression has more than " + MOST_ASSERTIONS
                    + " assertions that can meet at one place");
        }
    }

    boolean nullable() {
        return through >= 0;
    }

    static Complexity sequence(List<Complexity> parts) {
        return parts.stream().reduce(EMPTY, Complexity::then);
    }

    private Complexity then(Complexity next) {
        return new Complexity(
                states + next.states,
                arcs + next.arcs + last * next.first,
                nullable() ? first + next.first : first,
                next.nullable() ? last + next.last : next.last,
                Math.max(Math.max(assertions, next.assertions), trailing + next.leading),
                nullable() ? Math.max(leading, through + next.leading) : leading,
                next.nullable() ? Math.max(next.trailing, trailing + next.through) : next.trailing,
                nullable() && next.nullable() ? through + next.through : -1);
    }

    static Complexity alternation(List<Complexity> branches) {
        return branches.stream().reduce(Complexity::or).orElse(EMPTY);
    }

    private Complexity or(Complexity other) {
        return new Complexity(
                states + other.states + 1,
                arcs + other.arcs,
                first + other.first,
                last + other.last,
                Math.max(assertions, other.assertions),
                Math.max(leading, other.leading),
                Math.max(trailing, other.trailing),
                Math.max(through, other.through));
    }

    Complexity repeated(Bounds bounds) {
        long times = bounds.isUnbounded() ? Math.max(bounds.least(), 1) : bounds.most();
        long loops = bounds.isUnbounded() ? times + 1 : times;
        long pairs = nullable() ? times * (times - 1) / 2 : Math.max(times - 1, 0);
        boolean optional = bounds.least() < times;
        boolean absent = bounds.least() == 0;
        long around = Math.max(through, 0) * Math.max(loops - 1, 0);
        return new Complexity(
                times * (states + 1),
                times * arcs + pairs * last * first + (bounds.isUnbounded() ? last * first : 0),
                optional || nullable() ? times * first : first,
                nullable() ? times * last : last,
                loops == 0 ? 0 : Math.max(assertions, loops > 1 ? trailing + around + leading : 0),
                leading + around,
                trailing + around,
                nullable() ? through * loops : absent ? 0 : -1);
    }
}
