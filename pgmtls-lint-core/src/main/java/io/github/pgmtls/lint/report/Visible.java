package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.finding.Finding;
import java.util.stream.IntStream;

/**
 * Text from files made harmless for whoever shows it: a character that steers a terminal, reorders what is read, or
 * cannot be seen becomes an escape: {@code \x1b} for a byte, <code>&#92;u{202e}</code> for a larger code. And no build server
 * takes it for a command.
 *
 * <p>Unicode Technical Report 36, section 2, and "Trojan Source" (CVE-2021-42574) tell why the invisible matters.
 */
final class Visible {

    /** The length in chars from which on a text is cut in the middle: it may quote a word of a megabyte. */
    private static final int LONGEST = 1000;

    private static final int LONGEST_TAIL = 200;

    private static final String[] ASCII =
            IntStream.range(0, 0x7f).mapToObj(Character::toString).toArray(String[]::new);

    private Visible() {}

    /**
     * Returns a text for people: with its secrets masked, everything escaped that is not plainly visible, and of a
     * length that can be read.
     */
    static String text(String text) {
        return escape(shorten(Secrets.mask(text)));
    }

    /** Returns what a finding says and what to do about it, for people, as a sentence or more without a final period. */
    static String textWithHint(Finding finding) {
        return text(finding.message())
                + finding.hint().map(hint -> ". " + text(hint)).orElse("");
    }

    /** Returns a text of a length that can be read: of a long one the start and the end. */
    static String shorten(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int head = LONGEST - LONGEST_TAIL;
        int tail = text.length() - LONGEST_TAIL;
        return text.substring(0, head - (isInsidePair(text, head) ? 1 : 0))
                + "\u2026"
                + text.substring(tail + (isInsidePair(text, tail) ? 1 : 0));
    }

    private static boolean isInsidePair(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /** Returns a text with everything escaped that is not plainly visible. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            out.append(opensCommand(text, i) ? "\\x23" : escape(codePoint));
            i += Character.charCount(codePoint);
        }
        return out.toString();
    }

    /** Returns a character itself if it is plainly visible, or its escape. */
    static String escape(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7f) {
            return ASCII[codePoint];
        }
        if (isVisible(codePoint)) {
            return Character.toString(codePoint);
        }
        return codePoint < 0x80 ? escapeByte(codePoint) : "\\u{" + Integer.toHexString(codePoint) + "}";
    }

    /** Returns the escape of a byte. */
    static String escapeByte(int value) {
        return "\\x" + Character.forDigit(value >> 4, 16) + Character.forDigit(value & 0xf, 16);
    }

    /**
     * Tells whether a {@code #} is the second one of what opens a command of a build server wherever it stands in a
     * line: {@code ##[group]}, {@code ##vso[task]}, {@code ##teamcity[message]}.
     */
    static boolean opensCommand(CharSequence text, int at) {
        if (text.charAt(at) != '#' || at == 0 || text.charAt(at - 1) != '#') {
            return false;
        }
        int next = at + 1;
        while (next < text.length() && isAsciiLetter(text.charAt(next))) {
            next++;
        }
        return next < text.length() && text.charAt(next) == '[';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> !isIgnorable(codePoint);
        };
    }

    /** Characters that show nothing although they are letters or marks (Default_Ignorable_Code_Point). */
    private static boolean isIgnorable(int codePoint) {
        return codePoint == 0x34f
                || codePoint == 0x115f
                || codePoint == 0x1160
                || codePoint == 0x17b4
                || codePoint == 0x17b5
                || (codePoint >= 0x180b && codePoint <= 0x180f)
                || codePoint == 0x3164
                || (codePoint >= 0xfe00 && codePoint <= 0xfe0f)
                || codePoint == 0xffa0
                || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
    }
}
