package io.github.pgmtls.lint.syntax;

import java.util.Arrays;

/**
 * A logical line that is put together of physical lines, and where each part of it stands in the file.
 *
 * <p>It fills a buffer as {@code pg_get_line_append} of {@code src/common/pg_get_line.c} does. That function takes what
 * it has read up to the first NUL byte, so it misses the newline behind one and goes on with the next line; what lies
 * between depends on the size of its buffer.
 */
final class JoinedLine implements CharSequence {

    /** The size of the server's buffer when it opens a file. */
    static final int FIRST_CAPACITY = 1024;

    /** What the server wants to have room for when it reads on. */
    private static final int ROOM = 128;

    private final String content;
    private final StringBuilder text = new StringBuilder();
    private int next;
    private int capacity;

    private int parts;
    private int[] partStarts = new int[8];
    private int[] partOffsets = new int[8];

    JoinedLine(String content, int start, int capacity) {
        this.content = content;
        this.next = start;
        this.capacity = capacity;
    }

    /** Returns the size of a buffer after a line of some length was read into it. */
    static int grown(int capacity, int length) {
        int grown = capacity;
        while (grown <= length) {
            grown *= 2;
        }
        return grown;
    }

    /** Appends a physical line with its line end; false if nothing is left. */
    boolean append() {
        int before = text.length();
        while (next < content.length()) {
            if (fillBuffer()) {
                return true;
            }
            capacity = grown(capacity, text.length() + ROOM);
        }
        return text.length() > before;
    }

    /** Reads on to a newline or until the buffer is full; true if the buffer then ends with the newline. */
    private boolean fillBuffer() {
        int full = Math.min(content.length(), next + capacity - 1 - text.length());
        int newline = content.substring(next, full).indexOf('\n');
        int end = newline < 0 ? full : next + newline + 1;
        int nul = content.substring(next, end).indexOf(LineReader.NUL);
        addPart(next, nul < 0 ? end : next + nul);
        next = end;
        return newline >= 0 && nul < 0;
    }

    private void addPart(int from, int to) {
        if (from == to) {
            return;
        }
        if (parts == partStarts.length) {
            partStarts = Arrays.copyOf(partStarts, parts * 2);
            partOffsets = Arrays.copyOf(partOffsets, parts * 2);
        }
        partStarts[parts] = text.length();
        partOffsets[parts] = from;
        parts++;
        text.append(content, from, to);
    }

    /** Cuts the text off. */
    void setLength(int length) {
        text.setLength(length);
        while (parts > 0 && partStarts[parts - 1] >= length) {
            parts--;
        }
    }

    /** Returns the offset in the file of a char of the text. */
    int offset(int index) {
        int found = Arrays.binarySearch(partStarts, 0, parts, index);
        int part = found >= 0 ? found : -found - 2;
        return partOffsets[part] + index - partStarts[part];
    }

    /** Returns the offset in the file behind what was read. */
    int next() {
        return next;
    }

    int capacity() {
        return capacity;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
