package io.github.pgmtls.lint.identity.regex;

/** What the server finds wrong with a regular expression (src/include/regex/regerrs.h). */
enum RegexError {
    BAD_PATTERN("invalid regexp (reg version 0.8)"),
    COLLATING_ELEMENT("invalid collating element"),
    CHARACTER_CLASS("invalid character class"),
    ESCAPE("invalid escape \\ sequence"),
    BACK_REFERENCE("invalid backreference number"),
    BRACKETS("brackets [] not balanced"),
    PARENTHESES("parentheses () not balanced"),
    BRACES("braces {} not balanced"),
    REPETITION_COUNT("invalid repetition count(s)"),
    RANGE("invalid character range"),
    QUANTIFIER("quantifier operand invalid"),
    OPTION("invalid embedded option");

    private final String message;

    RegexError(String message) {
        this.message = message;
    }

    /** Returns the words of the server. */
    String message() {
        return message;
    }
}
