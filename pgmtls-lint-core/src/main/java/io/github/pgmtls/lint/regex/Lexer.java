package io.github.pgmtls.lint.regex;

import io.github.pgmtls.lint.regex.RegexOptions.Flavour;

/**
 * Cuts a pattern into tokens. As in the server it is always one token ahead of the parser, which decides which of
 * several errors is reported.
 */
final class Lexer {

    private enum Context {
        MAIN,
        BOUND,
        BRACKETS,
        COLLATING_ELEMENT,
        EQUIVALENCE_CLASS,
        NAMED_CLASS
    }

    private static final String WORD_START = "[:<:]]";
    private static final String WORD_END = "[:>:]]";

    private final RegexOptions options;
    private final Dialect dialect;
    private final Cursor cursor;
    private final EscapeLexer escapes;
    private Context context = Context.MAIN;
    private Token token = Token.of(TokenType.NOTHING);
    private boolean underscorePending;
    private int groups;

    Lexer(String pattern, RegexOptions options, Dialect dialect) {
        this.options = options;
        this.dialect = dialect;
        this.cursor = new Cursor(pattern, options.length());
        this.escapes = new EscapeLexer(cursor);
        next();
    }

    Token token() {
        return token;
    }

    boolean sees(TokenType type) {
        return token.is(type);
    }

    /** Goes past a token if it is the present one. */
    boolean eat(TokenType type) {
        boolean seen = sees(type);
        if (seen) {
            next();
        }
        return seen;
    }

    void next() {
        token = read();
    }

    /** Counts one more pair of capturing parentheses and returns its number. */
    int openGroup() {
        return ++groups;
    }

    int groups() {
        return groups;
    }

    /** Reads the name in {@code [.name.]} and its like; the present token is its opening. */
    String name() {
        int start = cursor.at();
        next();
        int end = cursor.at();
        while (sees(TokenType.PLAIN)) {
            end = cursor.at();
            next();
        }
        next();
        return cursor.textFrom(start, end);
    }

    private Token read() {
        boolean main = context == Context.MAIN || context == Context.BOUND;
        if (options.expanded() && main) {
            skipSpace();
        }
        if (cursor.atEnd()) {
            return atEnd();
        }
        return switch (context) {
            case MAIN -> readMain();
            case BOUND -> readBound();
            case BRACKETS -> readInBrackets();
            case COLLATING_ELEMENT -> readName('.');
            case EQUIVALENCE_CLASS -> readName('=');
            case NAMED_CLASS -> readName(':');
        };
    }

    private Token atEnd() {
        if (underscorePending) {
            return underscore();
        }
        return switch (context) {
            case MAIN -> Token.of(TokenType.END);
            case BOUND -> throw new RegexSyntaxException(RegexError.BRACES);
            default -> throw new RegexSyntaxException(RegexError.BRACKETS);
        };
    }

    private Token readMain() {
        return switch (options.flavour()) {
            case LITERAL -> Token.plain(cursor.take());
            case BASIC -> readBasic(cursor.take());
            default -> readExtended(cursor.take());
        };
    }

    private Token readExtended(char c) {
        return switch (c) {
            case '|' -> Token.of(TokenType.ALTERNATION);
            case '*' -> quantifier(TokenType.STAR);
            case '+' -> quantifier(TokenType.PLUS);
            case '?' -> quantifier(TokenType.QUESTION);
            case '{' -> openBrace();
            case '(' -> openParenthesis();
            case ')' -> Token.of(TokenType.CLOSE_PARENTHESIS, ')');
            case '[' -> openBracket();
            case '.' -> Token.of(TokenType.DOT);
            case '^' -> Token.of(TokenType.CARET);
            case '$' -> Token.of(TokenType.DOLLAR);
            case '\\' -> escape();
            default -> Token.plain(c);
        };
    }

    private boolean advanced() {
        return options.flavour() == Flavour.ADVANCED;
    }

    private Token quantifier(TokenType type) {
        boolean shortest = advanced() && cursor.eat('?');
        return Token.of(type, !shortest);
    }

    private Token openBrace() {
        if (options.expanded()) {
            skipSpace();
        }
        if (cursor.atEnd() || !Ascii.isDigit(cursor.peek())) {
            return Token.plain('{');
        }
        context = Context.BOUND;
        return Token.of(TokenType.OPEN_BRACE);
    }

    private Token openParenthesis() {
        if (!advanced() || !cursor.eat('?')) {
            return Token.of(TokenType.OPEN_PARENTHESIS, 1);
        }
        if (cursor.eat(':')) {
            return Token.of(TokenType.OPEN_PARENTHESIS, 0);
        }
        if (cursor.eat('#')) {
            while (!cursor.atEnd() && !cursor.eat(')')) {
                cursor.take();
            }
            return read();
        }
        if (cursor.sees('=') || cursor.sees('!')) {
            return Token.of(TokenType.LOOKAHEAD, cursor.take() == '=');
        }
        if (cursor.sees("<=") || cursor.sees("<!")) {
            cursor.take();
            return Token.of(TokenType.LOOKBEHIND, cursor.take() == '=');
        }
        throw new RegexSyntaxException(RegexError.QUANTIFIER);
    }

    private Token openBracket() {
        if (cursor.eat(WORD_START)) {
            return Token.of(TokenType.WORD_START);
        }
        if (cursor.eat(WORD_END)) {
            return Token.of(TokenType.WORD_END);
        }
        context = Context.BRACKETS;
        return Token.of(TokenType.OPEN_BRACKET, cursor.eat('^') ? 0 : 1);
    }

    private Token escape() {
        if (cursor.atEnd()) {
            throw new RegexSyntaxException(RegexError.ESCAPE);
        }
        return advanced() ? escapes.next(groups) : Token.plain(cursor.take());
    }

    private Token readBound() {
        char c = cursor.take();
        if (Ascii.isDigit(c)) {
            return Token.of(TokenType.DIGIT, c - '0');
        }
        if (c == ',') {
            return Token.of(TokenType.COMMA);
        }
        boolean basic = options.flavour() == Flavour.BASIC;
        if (basic ? c == '\\' && cursor.eat('}') : c == '}') {
            context = Context.MAIN;
            return quantifier(TokenType.CLOSE_BRACE);
        }
        throw new RegexSyntaxException(RegexError.REPETITION_COUNT);
    }

    private Token readInBrackets() {
        if (underscorePending) {
            return underscore();
        }
        char c = cursor.take();
        return switch (c) {
            case ']' -> closeBracket();
            case '\\' -> advanced() ? escapeInBrackets() : Token.plain(c);
            case '-' ->
                sees(TokenType.OPEN_BRACKET) || cursor.sees(']') ? Token.plain(c) : Token.of(TokenType.RANGE, c);
            case '[' -> openName();
            default -> Token.plain(c);
        };
    }

    private Token closeBracket() {
        if (sees(TokenType.OPEN_BRACKET)) {
            return Token.plain(']');
        }
        context = Context.MAIN;
        return Token.of(TokenType.CLOSE_BRACKET);
    }

    private Token escapeInBrackets() {
        if (dialect.wordIsTwoElements() && cursor.eat('w')) {
            underscorePending = true;
            return Token.of(TokenType.CLASS, CharacterClasses.ALNUM);
        }
        Token escaped = escape();
        boolean complement = escaped.is(TokenType.CLASS_COMPLEMENT) && dialect.complementsInBrackets();
        if (escaped.is(TokenType.PLAIN) || escaped.is(TokenType.CLASS) || complement) {
            return escaped;
        }
        throw new RegexSyntaxException(RegexError.ESCAPE);
    }

    private Token underscore() {
        underscorePending = false;
        return Token.plain('_');
    }

    private Token openName() {
        if (cursor.atEnd()) {
            throw new RegexSyntaxException(RegexError.BRACKETS);
        }
        if (cursor.eat('.')) {
            context = Context.COLLATING_ELEMENT;
            return Token.of(TokenType.COLLATING_ELEMENT);
        }
        if (cursor.eat('=')) {
            context = Context.EQUIVALENCE_CLASS;
            return Token.of(TokenType.EQUIVALENCE_CLASS);
        }
        if (cursor.eat(':')) {
            context = Context.NAMED_CLASS;
            return Token.of(TokenType.NAMED_CLASS);
        }
        return Token.plain('[');
    }

    private Token readName(char closing) {
        char c = cursor.take();
        if (c == closing && cursor.eat(']')) {
            context = Context.BRACKETS;
            return Token.of(TokenType.CLOSE_NAME);
        }
        return Token.plain(c);
    }

    private Token readBasic(char c) {
        boolean first = sees(TokenType.NOTHING) || sees(TokenType.OPEN_PARENTHESIS);
        return switch (c) {
            case '*' -> first || sees(TokenType.CARET) ? Token.plain(c) : Token.of(TokenType.STAR, true);
            case '[' -> openBracket();
            case '.' -> Token.of(TokenType.DOT);
            case '^' -> first ? Token.of(TokenType.CARET) : Token.plain(c);
            case '$' -> dollarInBasic();
            case '\\' -> escapeInBasic();
            default -> Token.plain(c);
        };
    }

    private Token dollarInBasic() {
        if (options.expanded()) {
            skipSpace();
        }
        return cursor.atEnd() || cursor.sees("\\)") ? Token.of(TokenType.DOLLAR) : Token.plain('$');
    }

    private Token escapeInBasic() {
        if (cursor.atEnd()) {
            throw new RegexSyntaxException(RegexError.ESCAPE);
        }
        char c = cursor.take();
        return switch (c) {
            case '{' -> {
                context = Context.BOUND;
                yield Token.of(TokenType.OPEN_BRACE);
            }
            case '(' -> Token.of(TokenType.OPEN_PARENTHESIS, 1);
            case ')' -> Token.of(TokenType.CLOSE_PARENTHESIS, ')');
            case '<' -> Token.of(TokenType.WORD_START);
            case '>' -> Token.of(TokenType.WORD_END);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> Token.of(TokenType.BACK_REFERENCE, c - '0');
            default -> Token.plain(c);
        };
    }

    /** Skips white space and comments in expanded syntax. */
    private void skipSpace() {
        while (!cursor.atEnd() && (Ascii.isSpace(cursor.peek()) || cursor.sees('#'))) {
            if (cursor.take() == '#') {
                while (!cursor.atEnd() && !cursor.sees('\n')) {
                    cursor.take();
                }
            }
        }
    }
}
