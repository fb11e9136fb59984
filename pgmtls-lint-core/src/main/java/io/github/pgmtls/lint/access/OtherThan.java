package io.github.pgmtls.lint.access;

import java.util.function.IntPredicate;

/** All decisions but one, by their numbers. */
record OtherThan(int decision) implements IntPredicate {

    @Override
    public boolean test(int other) {
        return other != decision;
    }
}
