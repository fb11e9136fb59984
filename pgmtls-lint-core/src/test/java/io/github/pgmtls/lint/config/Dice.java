package io.github.pgmtls.lint.config;

import java.util.List;
import java.util.SplittableRandom;

/** Chooses at random, and the same for the same seed. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns a number from 0 to one less than the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns a number between two, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    boolean percent(int chance) {
        return below(100) < chance;
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[below(values.length)];
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    /** Returns one of the words of a text. */
    String word(String words) {
        return of(words.strip().split("\\s+"));
    }
}
