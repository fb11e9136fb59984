package io.github.pgmtls.lint.identity.regex;

/** A piece of a pattern. */
record Token(Type type, int value) {

    enum Type {
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
        /** The value is the ordinal of a {@link Lookaround.Kind}. */
        LOOKAROUND,
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
        /** An escape such as {@code \d}; the value is the ordinal of a {@link CharacterClass}. */
        CLASS,
        /** An escape such as {@code \D}. */
        CLASS_COMPLEMENT,
        WORD_START,
        WORD_END,
        WORD_BOUNDARY,
        NOT_WORD_BOUNDARY,
        TEXT_START,
        TEXT_END
    }

    static Token of(Type type) {
        return new Token(type, 0);
    }

    static Token plain(int c) {
        return new Token(Type.PLAIN, c);
    }

    /** A quantifier: greedy or not. */
    static Token quantifier(Type type, boolean longest) {
        return new Token(type, longest ? 1 : 0);
    }

    boolean is(Type other) {
        return type == other;
    }
}
