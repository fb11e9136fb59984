package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Severity;

/** ANSI colours (ECMA-48, section 8.3.117), or none. */
enum Paint {
    BOLD("1"),
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;36"),
    QUIET("1;34");

    private static final String ESCAPE = "\u001b[";

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    static Paint of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFO -> INFO;
        };
    }

    /** Returns a text in this colour, or as it is where no colour is wanted. */
    String on(String text, boolean color) {
        return color && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
