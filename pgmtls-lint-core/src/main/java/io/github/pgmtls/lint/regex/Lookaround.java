package io.github.pgmtls.lint.regex;

/**
 * A condition on a place in the subject: whether something matches from there on, or up to there.
 *
 * @param ahead whether to look ahead, else behind
 * @param wanted whether there must be a match, else there must be none
 * @param body what to look for
 */
record Lookaround(boolean ahead, boolean wanted, Automaton body) {}
