package io.github.pgmtls.lint.testing;

/** The profile {@code oracle-long}, in which tests compare much more than in a normal run. */
public final class LongRun {

    private LongRun() {}

    /** Tells whether this is a long run. */
    public static boolean isOn() {
        return "long".equals(System.getProperty("pgmtls.oracle"));
    }
}
