package io.github.pgmtls.lint.finding;

import java.util.Locale;

/** How bad it is, by consequence and not by looks. Ordered: the most severe first. */
public enum Severity {
    /**
     * The server refuses the file, or a login that the files clearly intend can never succeed, or somebody gets in
     * without the TLS, certificate or identity that the files claim to require, or a secret is exposed.
     */
    ERROR,
    /** Works today but is weak, or breaks at a known event such as a date, an upgrade or a renewal. */
    WARNING,
    /** Hygiene or explanation. */
    INFO;

    /** Tells whether this is as severe as the other or more so. */
    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** Returns the lower-case word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
