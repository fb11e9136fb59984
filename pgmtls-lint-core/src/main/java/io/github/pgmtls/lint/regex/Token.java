package io.github.pgmtls.lint.regex;

/**
 * A piece of a pattern.
 *
 * @param value depends on the type
 * @param members the characters of a class
 */
record Token(TokenType type, int value, ByteSet members) {

    static Token of(TokenType type) {
        return of(type, 0);
    }

    static Token of(TokenType type, int value) {
        return new Token(type, value, ByteSet.NONE);
    }

    static Token plain(int c) {
        return of(TokenType.PLAIN, c);
    }

    /** A token with two forms. */
    static Token of(TokenType type, boolean value) {
        return of(type, value ? 1 : 0);
    }

    static Token of(TokenType type, ByteSet members) {
        return new Token(type, 0, members);
    }

    boolean is(TokenType other) {
        return type == other;
    }
}
