package io.github.pgmtls.lint.regex;

import java.util.Map;
import java.util.Optional;

/** The named character classes. All are ASCII but {@code cntrl}, which the server fixes at 0-31 and 127-159. */
final class CharacterClasses {

    static final ByteSet ALNUM = ByteSet.of(Ascii::isLetterOrDigit);
    static final ByteSet DIGIT = ByteSet.of(Ascii::isDigit);
    static final ByteSet SPACE = ByteSet.of(Ascii::isSpace);
    static final ByteSet WORD = ByteSet.of(Ascii::isWord);

    private static final ByteSet ALPHA = ByteSet.of(Ascii::isLetter);
    private static final ByteSet LOWER = ByteSet.range('a', 'z');
    private static final ByteSet UPPER = ByteSet.range('A', 'Z');
    private static final ByteSet GRAPH = ByteSet.range(0x21, 0x7e);
    private static final String WORD_NAME = "word";

    private static final Map<String, ByteSet> NAMED = Map.ofEntries(
            Map.entry("alnum", ALNUM),
            Map.entry("alpha", ALPHA),
            Map.entry("ascii", ByteSet.range(0, 0x7f)),
            Map.entry("blank", ByteSet.of(' ').or(ByteSet.of('\t'))),
            Map.entry("cntrl", ByteSet.range(0, 0x1f).or(ByteSet.range(0x7f, 0x9f))),
            Map.entry("digit", DIGIT),
            Map.entry("graph", GRAPH),
            Map.entry("lower", LOWER),
            Map.entry("print", ByteSet.range(' ', 0x7e)),
            Map.entry("punct", GRAPH.without(ALNUM)),
            Map.entry("space", SPACE),
            Map.entry("upper", UPPER),
            Map.entry("xdigit", DIGIT.or(ByteSet.range('a', 'f')).or(ByteSet.range('A', 'F'))),
            Map.entry(WORD_NAME, WORD));

    private CharacterClasses() {}

    /**
     * Returns the class that a bracket expression names.
     *
     * @param ignoreCase whether the lower-case letters and the upper-case ones are all letters
     * @param wordHasName whether the class {@code word} has a name
     */
    static Optional<ByteSet> named(String name, boolean ignoreCase, boolean wordHasName) {
        if (name.equals(WORD_NAME) && !wordHasName) {
            return Optional.empty();
        }
        ByteSet members = NAMED.get(name);
        boolean letters = ignoreCase && (members == LOWER || members == UPPER);
        return Optional.ofNullable(letters ? ALPHA : members);
    }
}
