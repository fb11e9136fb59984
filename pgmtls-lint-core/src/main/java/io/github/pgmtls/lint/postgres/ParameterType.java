package io.github.pgmtls.lint.postgres;

import java.util.Locale;

/** The type of a server parameter, as column {@code vartype} of the view {@code pg_settings} names it. */
public enum ParameterType {
    /** On or off, in the spellings of {@code parse_bool} (bool.c). */
    BOOL,
    /** A whole number, possibly with a unit. */
    INTEGER,
    /** A floating-point number; with a unit from PostgreSQL 12 on. */
    REAL,
    /** Any text; some parameters check it further. */
    STRING,
    /** One word of a list. */
    ENUM;

    /** Returns the word of {@code pg_settings.vartype}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ParameterType of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
