package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads logical lines: line ends stripped, continuations joined, NUL bytes treated as the version's C code happens to
 * treat them. A line is a range of a text; only where physical lines were joined is that text a copy.
 */
final class LineReader {

    private static final char NUL = 0;

    private final String content;
    private final AuthFileSyntax syntax;

    private int next;
    private int number;
    private int nextNumber = 1;
    private int nextNul = -1;
    private int start;
    private int end;
    private boolean tooLong;

    private String text = "";
    private int from;
    private int to;
    private int @Nullable [] offsets;

    LineReader(String content, AuthFileSyntax syntax) {
        this.content = content;
        this.syntax = syntax;
    }

    /** Moves to the next logical line; false at the end of the file. */
    boolean next() {
        if (next >= content.length()) {
            return false;
        }
        number = nextNumber;
        start = next;
        int newline = content.indexOf('\n', next);
        int lineEnd = newline < 0 ? content.length() : newline;
        end = lineEnd;
        tooLong = lineEnd + (newline < 0 ? 0 : 1) - start > syntax.maxLine();
        if (tooLong) {
            // fgets() stops when its buffer is full; what is left is read as a line of its own
            next = start + syntax.maxLine() + 1;
            end = Math.min(end, next);
            nextNumber++;
            return true;
        }
        next = newline < 0 ? lineEnd : newline + 1;
        int stripped = strip(content, start, lineEnd);
        if (nextNul < start) {
            int nul = content.indexOf(NUL, start);
            nextNul = nul < 0 ? Integer.MAX_VALUE : nul;
        }
        boolean hasNul = nextNul < lineEnd;
        boolean continued = syntax.continuations() && stripped > start && content.charAt(stripped - 1) == '\\';
        if (hasNul || continued) {
            join(lineEnd);
        } else {
            text = content;
            from = start;
            to = stripped;
            offsets = null;
            nextNumber++;
        }
        return true;
    }

    private void join(int firstLineEnd) {
        StringBuilder joined = new StringBuilder();
        int[] map = new int[Math.max(16, firstLineEnd - start + 1)];
        int lineStart = start;
        int continuedUpTo = 0;
        int physicalLines = 0;
        while (true) {
            int newline = content.indexOf('\n', lineStart);
            int lineEnd = newline < 0 ? content.length() : newline;
            int nul = content.substring(lineStart, lineEnd).indexOf(NUL);
            int textEnd = nul < 0 ? lineEnd : lineStart + nul;
            map = ensure(map, joined.length() + textEnd - lineStart + 1);
            for (int i = lineStart; i < textEnd; i++) {
                map[joined.length()] = i;
                joined.append(content.charAt(i));
            }
            end = lineEnd;
            next = newline < 0 ? lineEnd : newline + 1;
            boolean atEnd = next >= content.length();
            if (nul >= 0 && syntax.continuations() && !atEnd) {
                // pg_get_line_append() takes the length with strlen(), so it misses the newline behind a NUL
                lineStart = next;
                continue;
            }
            physicalLines++;
            joined.setLength(strip(joined, 0, joined.length()));
            int length = joined.length();
            boolean continues = syntax.continuations() && length > continuedUpTo && joined.charAt(length - 1) == '\\';
            if (!continues) {
                break;
            }
            joined.setLength(length - 1);
            continuedUpTo = length - 1;
            if (atEnd) {
                break;
            }
            lineStart = next;
        }
        nextNumber += physicalLines;
        text = joined.toString();
        from = 0;
        to = text.length();
        map = ensure(map, to + 1);
        map[to] = end;
        offsets = map;
    }

    private static int[] ensure(int[] map, int size) {
        return size <= map.length ? map : Arrays.copyOf(map, Math.max(size, map.length * 2));
    }

    private static int strip(CharSequence s, int from, int to) {
        int end = to;
        while (end > from && (s.charAt(end - 1) == '\n' || s.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    int number() {
        return number;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    boolean tooLong() {
        return tooLong;
    }

    String text() {
        return text;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Returns the offset in the file of an index into the text. */
    int offset(int index) {
        int[] map = offsets;
        return map == null ? index : map[index];
    }

    /** Tells whether the text is a range of the file itself. */
    boolean isVerbatim() {
        return offsets == null;
    }
}
