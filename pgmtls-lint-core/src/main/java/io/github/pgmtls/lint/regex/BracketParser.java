package io.github.pgmtls.lint.regex;

/** Reads a bracket expression such as {@code [^a-z[:digit:]]}. */
final class BracketParser {

    private final Lexer lexer;
    private final RegexOptions options;
    private final Dialect dialect;
    private ByteSet members = ByteSet.NONE;

    BracketParser(Lexer lexer, RegexOptions options, Dialect dialect) {
        this.lexer = lexer;
        this.options = options;
        this.dialect = dialect;
    }

    /** Reads from the opening bracket to the closing one, which stays the present token. */
    ByteSet parse() {
        boolean complemented = lexer.token().value() == 0;
        lexer.next();
        while (!lexer.sees(TokenType.CLOSE_BRACKET)) {
            element();
        }
        if (!complemented) {
            return members;
        }
        ByteSet rest = members.complement();
        return options.newlineStops() ? rest.without(ByteSet.NEWLINE) : rest;
    }

    private void element() {
        Token token = lexer.token();
        switch (token.type()) {
            case PLAIN -> {
                lexer.next();
                range(token.value());
            }
            case COLLATING_ELEMENT -> range(collatingElement());
            case EQUIVALENCE_CLASS -> {
                int c = collatingElement();
                add(c, c);
            }
            case NAMED_CLASS -> members = members.or(namedClass());
            case CLASS -> {
                members = members.or(token.members());
                lexer.next();
            }
            case CLASS_COMPLEMENT -> {
                members = members.or(token.members().complement());
                lexer.next();
            }
            default -> throw new RegexSyntaxException(RegexError.RANGE);
        }
    }

    /** Adds a character, or a range that it starts. */
    private void range(int first) {
        int last = first;
        if (lexer.eat(TokenType.RANGE)) {
            last = rangeEnd();
        }
        if (last < first) {
            throw new RegexSyntaxException(RegexError.RANGE);
        }
        add(first, last);
    }

    private int rangeEnd() {
        Token token = lexer.token();
        if (token.is(TokenType.COLLATING_ELEMENT)) {
            return collatingElement();
        }
        if (token.is(TokenType.PLAIN) || token.is(TokenType.RANGE)) {
            lexer.next();
            return token.value();
        }
        throw new RegexSyntaxException(RegexError.RANGE);
    }

    private int collatingElement() {
        return CollatingElements.named(lexer.name())
                .orElseThrow(() -> new RegexSyntaxException(RegexError.COLLATING_ELEMENT));
    }

    private ByteSet namedClass() {
        return CharacterClasses.named(lexer.name(), options.ignoreCase(), dialect.wordHasName())
                .orElseThrow(() -> new RegexSyntaxException(RegexError.CHARACTER_CLASS));
    }

    private void add(int first, int last) {
        ByteSet added = ByteSet.range(first, last);
        members = members.or(options.ignoreCase() ? added.withBothCases() : added);
    }
}
