package io.github.pgmtls.lint.identity.regex;

/**
 * A condition on a place in the subject: whether something matches from there on, or up to there.
 *
 * @param kind which way to look, and whether a match is wanted
 * @param body what to look for
 */
record Lookaround(Kind kind, Automaton body) {

    enum Kind {
        AHEAD("=", true, true),
        NOT_AHEAD("!", true, false),
        BEHIND("<=", false, true),
        NOT_BEHIND("<!", false, false);

        private final String opening;
        private final boolean ahead;
        private final boolean wanted;

        Kind(String opening, boolean ahead, boolean wanted) {
            this.opening = opening;
            this.ahead = ahead;
            this.wanted = wanted;
        }

        /** Returns what follows {@code (?} in a pattern. */
        String opening() {
            return opening;
        }

        boolean ahead() {
            return ahead;
        }

        boolean wanted() {
            return wanted;
        }
    }
}
