package io.github.pgmtls.lint.postgres;

/**
 * When a server parameter can be changed, as column {@code context} of the view {@code pg_settings} tells it; the
 * parameters that can be changed by fewest come first (enum {@code GucContext} in guc.h).
 */
public enum ParameterContext {
    /** Never: it shows a property of the build or of the data directory; to set it in a file is an error. */
    INTERNAL("internal"),
    /** Only when the server starts. */
    POSTMASTER("postmaster"),
    /** When the server starts or reads its files again. */
    SIGHUP("sighup"),
    /** As {@link #SIGHUP}, and by a superuser for a new connection. */
    SUPERUSER_BACKEND("superuser-backend"),
    /** As {@link #SIGHUP}, and by anybody for a new connection. */
    BACKEND("backend"),
    /** As {@link #SIGHUP}, and by a superuser at any time. */
    SUPERUSER("superuser"),
    /** As {@link #SIGHUP}, and by anybody at any time. */
    USER("user");

    private final String word;

    ParameterContext(String word) {
        this.word = word;
    }

    /** Returns the word of {@code pg_settings.context}. */
    public String word() {
        return word;
    }

    /** Tells whether a new value in a file acts only after a restart of the server. */
    public boolean needsRestart() {
        return this == POSTMASTER;
    }

    static ParameterContext of(String word) {
        for (ParameterContext context : values()) {
            if (context.word.equals(word)) {
                return context;
            }
        }
        throw new IllegalArgumentException("not a parameter context: " + word);
    }
}
