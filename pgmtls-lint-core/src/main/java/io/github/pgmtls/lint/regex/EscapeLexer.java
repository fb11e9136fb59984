package io.github.pgmtls.lint.regex;

/** The escapes of the advanced syntax: what follows a backslash. */
final class EscapeLexer {

    private static final int LARGEST_CHARACTER = 0x7ffffffe;
    private static final int MANY_DIGITS = 255;

    private final Cursor cursor;

    EscapeLexer(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * Reads an escape; the cursor is behind the backslash, and not at the end.
     *
     * @param groups how many capturing parentheses have been opened so far
     */
    Token next(int groups) {
        char c = cursor.take();
        if (!Ascii.isLetterOrDigit(c)) {
            return Token.plain(c);
        }
        return switch (c) {
            case 'a' -> Token.plain(0x07);
            case 'A' -> Token.of(TokenType.TEXT_START);
            case 'b' -> Token.plain('\b');
            case 'B' -> Token.plain('\\');
            case 'c' -> control();
            case 'd' -> Token.of(TokenType.CLASS, CharacterClasses.DIGIT);
            case 'D' -> Token.of(TokenType.CLASS_COMPLEMENT, CharacterClasses.DIGIT);
            case 'e' -> Token.plain(0x1b);
            case 'f' -> Token.plain('\f');
            case 'm' -> Token.of(TokenType.WORD_START);
            case 'M' -> Token.of(TokenType.WORD_END);
            case 'n' -> Token.plain('\n');
            case 'r' -> Token.plain('\r');
            case 's' -> Token.of(TokenType.CLASS, CharacterClasses.SPACE);
            case 'S' -> Token.of(TokenType.CLASS_COMPLEMENT, CharacterClasses.SPACE);
            case 't' -> Token.plain('\t');
            case 'u' -> hexadecimal(4, 4);
            case 'U' -> hexadecimal(8, 8);
            case 'v' -> Token.plain(0x0b);
            case 'w' -> Token.of(TokenType.CLASS, CharacterClasses.WORD);
            case 'W' -> Token.of(TokenType.CLASS_COMPLEMENT, CharacterClasses.WORD);
            case 'x' -> hexadecimal(1, MANY_DIGITS);
            case 'y' -> Token.of(TokenType.WORD_BOUNDARY);
            case 'Y' -> Token.of(TokenType.NOT_WORD_BOUNDARY);
            case 'Z' -> Token.of(TokenType.TEXT_END);
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(groups);
            default -> throw new RegexSyntaxException(RegexError.ESCAPE);
        };
    }

    private Token control() {
        if (cursor.atEnd()) {
            throw new RegexSyntaxException(RegexError.ESCAPE);
        }
        return Token.plain(cursor.take() & 0x1f);
    }

    private Token hexadecimal(int least, int most) {
        int c = digits(16, least, most);
        // A value of more than 32 bits has lost its upper bits, as it does in the server.
        if (Integer.compareUnsigned(c, LARGEST_CHARACTER) > 0) {
            throw new RegexSyntaxException(RegexError.ESCAPE);
        }
        return Token.plain(c);
    }

    /** A back reference if it is one digit or names a group that has been opened; else a character in octal. */
    private Token number(int groups) {
        cursor.back();
        int start = cursor.at();
        if (cursor.peek() != '0') {
            int number = digits(10, 1, MANY_DIGITS);
            if (cursor.at() == start + 1 || (number > 0 && number <= groups)) {
                return Token.of(TokenType.BACK_REFERENCE, number);
            }
            cursor.moveTo(start);
        }
        int c = digits(8, 1, 3);
        if (c > 0xff) {
            cursor.back();
            c >>= 3;
        }
        return Token.plain(c);
    }

    private int digits(int base, int least, int most) {
        int value = 0;
        int count = 0;
        while (count < most && !cursor.atEnd()) {
            char c = cursor.peek();
            int digit = c < 0x80 ? Character.digit(c, base) : -1;
            if (digit < 0) {
                break;
            }
            cursor.take();
            value = value * base + digit;
            count++;
        }
        if (count < least) {
            throw new RegexSyntaxException(RegexError.ESCAPE);
        }
        return value;
    }
}
