package io.github.pgmtls.lint.rules;

/** What a rule says a server does where it finds something; a test shows each claim on real servers. */
public enum Claim {
    /** The server refuses files: it does not start, or at a reload keeps what it had. */
    REFUSES_FILES("the server refuses the file: it does not start, or at a reload keeps what it had"),

    /** A login fails that the files look like allowing. */
    KEEPS_OUT("a login fails that the files look like allowing"),

    /** A login succeeds that the files look like refusing, or that nobody would want. */
    LETS_IN("a login succeeds that the files look like refusing, or that nobody would want"),

    /** Nothing that a server does: it is about other programs, about what may come, or about order. */
    NOTHING("the server does nothing about it");

    private final String words;

    Claim(String words) {
        this.words = words;
    }

    /** Returns what is claimed, as a phrase. */
    public String words() {
        return words;
    }
}
