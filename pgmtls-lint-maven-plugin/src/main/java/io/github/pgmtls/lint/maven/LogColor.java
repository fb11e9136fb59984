package io.github.pgmtls.lint.maven;

import java.util.Optional;

/** Whether the log shows colours. */
final class LogColor {

    private LogColor() {}

    /**
     * Tells whether Maven itself writes colours, since it knows {@code -B} and {@code -Dstyle.color}. Unless the latter
     * asks for colours wherever the log goes, it has to go to a terminal (some packages of Maven do not look), and
     * NO_COLOR, which Maven does not know, must not be set.
     */
    @SuppressWarnings("SystemConsoleNull") // with JDK 22 to 24, where it is never null, Maven's word stands alone
    static boolean isWanted() {
        boolean isDemanded = "always".equals(System.getProperty("style.color"));
        return mavenWritesColor() && (isDemanded || (System.console() != null && !isRefused()));
    }

    private static boolean isRefused() {
        return !Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
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
