package io.github.pgmtls.lint.identity.regex;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The named character classes. All are ASCII but {@code cntrl}, which the server fixes at 0-31 and 127-159. */
enum CharacterClass {
    ALNUM(Ascii::isLetterOrDigit),
    ALPHA(Ascii::isLetter),
    ASCII(c -> c < 0x80),
    BLANK(c -> c == ' ' || c == '\t'),
    CNTRL(c -> c < 0x20 || (c >= 0x7f && c < 0xa0)),
    DIGIT(Ascii::isDigit),
    GRAPH(c -> c > 0x20 && c < 0x7f),
    LOWER(Ascii::isLower),
    PRINT(c -> c >= 0x20 && c < 0x7f),
    PUNCT(c -> c > 0x20 && c < 0x7f && !Ascii.isLetterOrDigit(c)),
    SPACE(Ascii::isSpace),
    UPPER(Ascii::isUpper),
    XDIGIT(c -> Ascii.isDigit(c) || (Ascii.lower(c) >= 'a' && Ascii.lower(c) <= 'f')),
    WORD(Ascii::isWord);

    private final ByteSet members;

    CharacterClass(IntPredicate members) {
        this.members = ByteSet.of(members);
    }

    /** Returns the class that a bracket expression names. The class {@code word} is known from PostgreSQL 14. */
    static Optional<CharacterClass> named(String name, boolean wordHasName) {
        for (CharacterClass candidate : values()) {
            if (candidate.name().toLowerCase(Locale.ROOT).equals(name)) {
                return candidate == WORD && !wordHasName ? Optional.empty() : Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    ByteSet members(boolean ignoreCase) {
        return ignoreCase && (this == LOWER || this == UPPER) ? ALPHA.members : members;
    }
}
