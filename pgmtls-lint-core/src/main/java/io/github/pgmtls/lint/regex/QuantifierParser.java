package io.github.pgmtls.lint.regex;

/** Reads what stands behind an atom: {@code *}, {@code +}, {@code ?} or a bound such as <code>{1,2}</code>. */
final class QuantifierParser {

    private final Lexer lexer;

    QuantifierParser(Lexer lexer) {
        this.lexer = lexer;
    }

    /** Reads a quantifier, if there is one. */
    Quantifier parse() {
        Token token = lexer.token();
        return switch (token.type()) {
            case STAR -> end(0, Bounds.UNBOUNDED);
            case PLUS -> end(1, Bounds.UNBOUNDED);
            case QUESTION -> end(0, 1);
            case OPEN_BRACE -> bound();
            default -> Quantifier.NONE;
        };
    }

    /** Reads the last token of a quantifier, which tells what it prefers. */
    private Quantifier end(int least, int most) {
        int preference = lexer.token().value() == 1 ? Traits.LONGEST : Traits.SHORTEST;
        lexer.next();
        return new Quantifier(new Bounds(least, most), preference);
    }

    private Quantifier bound() {
        lexer.next();
        int least = number();
        if (!lexer.eat(TokenType.COMMA)) {
            checkClosed();
            lexer.next();
            return Quantifier.exactly(least);
        }
        int most = lexer.sees(TokenType.DIGIT) ? number() : Bounds.UNBOUNDED;
        if (least > most) {
            throw new RegexSyntaxException(RegexError.REPETITION_COUNT);
        }
        checkClosed();
        return end(least, most);
    }

    private void checkClosed() {
        if (!lexer.sees(TokenType.CLOSE_BRACE)) {
            throw new RegexSyntaxException(RegexError.REPETITION_COUNT);
        }
    }

    private int number() {
        int number = 0;
        while (lexer.sees(TokenType.DIGIT) && number < Bounds.LARGEST) {
            number = number * 10 + lexer.token().value();
            lexer.next();
        }
        if (lexer.sees(TokenType.DIGIT) || number > Bounds.LARGEST) {
            throw new RegexSyntaxException(RegexError.REPETITION_COUNT);
        }
        return number;
    }
}
