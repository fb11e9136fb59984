package io.github.pgmtls.lint.maven;

import java.util.Optional;

/** Whether the log shows colours. */
final class LogColor {

    private LogColor() {}

    /**
     * Tells whether Maven itself writes colours: it knows terminals, {@code -B} and {@code -Dstyle.color}. NO_COLOR,
     * which Maven does not know, counts unless the command line asks for colours.
     */
    static boolean isWanted() {
        boolean isRefused =
                !Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
        boolean isDemanded = "always".equals(System.getProperty("style.color"));
        return mavenWritesColor() && (isDemanded || !isRefused);
    }

    private static boolean mavenWritesColor() {
        try {
            return (boolean) Class.forName("org.fusesource.jansi.Ansi")
                    .getMethod("isEnabled")
                    .invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return false;
        }
    }
}
