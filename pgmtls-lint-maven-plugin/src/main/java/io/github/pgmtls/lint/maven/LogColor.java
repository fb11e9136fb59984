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
    static boolean isWanted() {
        boolean isDemanded = "always".equals(System.getProperty("style.color"));
        return Terminal.isSteeredByMaven() && (isDemanded || (Terminal.isThere() && !isRefused()));
    }

    private static boolean isRefused() {
        return !Optional.ofNullable(System.getenv("NO_COLOR")).orElse("").isEmpty();
    }
}
