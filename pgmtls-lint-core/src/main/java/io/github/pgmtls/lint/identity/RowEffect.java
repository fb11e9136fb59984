package io.github.pgmtls.lint.identity;

import io.github.pgmtls.lint.config.NamePattern;

/** What a row of a map does with a system name. */
sealed interface RowEffect {

    /** It is about other names. */
    record Passes() implements RowEffect {}

    /** It makes the name any of these users. */
    record Grants(NamePattern users) implements RowEffect {}

    /** It ends the search. */
    record Aborts(String serverMessage) implements RowEffect {}

    /** It cannot be told which of the above, since the match of its regular expression is not known. */
    record Undecided(String expression) implements RowEffect {}
}
