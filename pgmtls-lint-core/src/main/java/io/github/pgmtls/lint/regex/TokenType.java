package io.github.pgmtls.lint.regex;

/** The kinds of {@link Token}. */
enum TokenType {
    /** Before the first token. */
    NOTHING,
    END,
    /** A character, which is the value. */
    PLAIN,
    /** A digit of a bound, which is the value. */
    DIGIT,
    COMMA,
    /** The value is the number of the group. */
    BACK_REFERENCE,
    ALTERNATION,
    DOT,
    CARET,
    DOLLAR,
    /** The value of a quantifier is 1 if it prefers the longest match, 0 if the shortest. */
    STAR,
    PLUS,
    QUESTION,
    OPEN_BRACE,
    CLOSE_BRACE,
    /** The value is 1 if the parentheses capture. */
    OPEN_PARENTHESIS,
    CLOSE_PARENTHESIS,
    /** The value is 1 if a match ahead is wanted, 0 if it is not. */
    LOOKAHEAD,
    /** The value is 1 if a match behind is wanted, 0 if it is not. */
    LOOKBEHIND,
    /** The value is 0 if the brackets are complemented. */
    OPEN_BRACKET,
    CLOSE_BRACKET,
    /** A hyphen in brackets that may make a range. */
    RANGE,
    COLLATING_ELEMENT,
    EQUIVALENCE_CLASS,
    NAMED_CLASS,
    /** The end of one of the three above. */
    CLOSE_NAME,
    /** An escape such as {@code \d}, with its members. */
    CLASS,
    /** An escape such as {@code \D}, with the members of the class that it leaves out. */
    CLASS_COMPLEMENT,
    WORD_START,
    WORD_END,
    WORD_BOUNDARY,
    NOT_WORD_BOUNDARY,
    TEXT_START,
    TEXT_END
}
