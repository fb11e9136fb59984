package io.github.pgmtls.lint.x509;

/** The profile {@code oracle-long}, in which tests compare much more than in a normal run. */
final class LongRun {

    private LongRun() {}

    static boolean isOn() {
        return "long".equals(System.getProperty("pgmtls.oracle"));
    }
}
