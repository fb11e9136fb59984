package io.github.pgmtls.lint.syntax;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads logical lines: line ends stripped, continuations joined, NUL bytes treated as the version's C code happens to
 * treat them. A line is a range of bytes; only where physical lines were joined are they a copy.
 */
final class LineReader {

    static final char NUL = 0;

    private final String content;
    private final byte[] contentBytes;
    private final AuthFileSyntax syntax;

    /** Where the content begins in the file. */
    private final int base;

    private int next;
    private int nextNumber;
    private int newline = -1;
    private int nul = -1;
    private int capacity = JoinedLine.FIRST_CAPACITY;

    private int number;
    private int start;
    private int end;
    private boolean tooLong;
    private @Nullable JoinedLine joined;
    private byte[] bytes;
    private int from;
    private int to;

    LineReader(String content, AuthFileSyntax syntax) {
        this(content, syntax, 0, 1);
    }

    private LineReader(String content, AuthFileSyntax syntax, int base, int firstNumber) {
        this.base = base;
        this.nextNumber = firstNumber;
        this.content = content;
        this.contentBytes = content.getBytes(StandardCharsets.ISO_8859_1);
        this.syntax = syntax;
        this.bytes = contentBytes;
    }

    /** Returns a reader that is at a line that is {@linkplain #isVerbatim verbatim}. */
    static LineReader of(String content, AuthFileSyntax syntax, int start, int number) {
        int newline = content.indexOf('\n', start);
        String line = content.substring(start, newline < 0 ? content.length() : newline + 1);
        LineReader reader = new LineReader(line, syntax, start, number);
        reader.next();
        return reader;
    }

    /** Moves to the next logical line; false at the end of the file. */
    boolean next() {
        if (next >= content.length()) {
            return false;
        }
        number = nextNumber;
        start = next;
        newline = newline < start ? indexOf('\n') : newline;
        nul = nul < start ? indexOf(NUL) : nul;
        if (syntax.continuations()) {
            readWhole();
        } else {
            readUpToLimit();
        }
        return true;
    }

    private int indexOf(char c) {
        int index = content.indexOf(c, start);
        return index < 0 ? content.length() : index;
    }

    /** Up to 13: {@code fgets()} stops when its buffer is full, and a NUL byte ends the text in the buffer. */
    private void readUpToLimit() {
        int full = start + syntax.maxLine() + 1;
        next = Math.min(Math.min(newline + 1, full), content.length());
        end = newline < next ? newline : next;
        tooLong = next == full && nul >= next;
        setVerbatim(Math.min(nul, end));
        nextNumber++;
    }

    /** From 14 on: lines of any length, joined by a backslash at the end. */
    private void readWhole() {
        setVerbatim(newline);
        boolean continued = to > start && contentBytes[to - 1] == '\\';
        if (continued || nul < newline) {
            join();
            return;
        }
        end = newline;
        next = newline + 1;
        nextNumber++;
        capacity = JoinedLine.grown(capacity, next - start);
    }

    private void setVerbatim(int textEnd) {
        joined = null;
        bytes = contentBytes;
        from = start;
        to = textEnd;
        while (to > start && (contentBytes[to - 1] == '\n' || contentBytes[to - 1] == '\r')) {
            to--;
        }
    }

    private void join() {
        JoinedLine line = new JoinedLine(content, start, capacity);
        int joinedUpTo = 0;
        while (line.append()) {
            line.setLength(stripped(line));
            nextNumber++;
            // the server looks for a backslash only behind the place of the last one
            boolean continued = line.length() > joinedUpTo && line.charAt(line.length() - 1) == '\\';
            if (!continued) {
                break;
            }
            line.setLength(line.length() - 1);
            joinedUpTo = line.length();
        }
        next = line.next();
        capacity = line.capacity();
        end = content.charAt(next - 1) == '\n' ? next - 1 : next;
        joined = line;
        bytes = line.toString().getBytes(StandardCharsets.ISO_8859_1);
        from = 0;
        to = bytes.length;
    }

    private static int stripped(JoinedLine s) {
        int end = s.length();
        while (end > 0 && (s.charAt(end - 1) == '\n' || s.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    int number() {
        return number;
    }

    int start() {
        return base + start;
    }

    int end() {
        return base + end;
    }

    /** Tells whether the line is what stands in the file, and nothing of it is lost. */
    boolean isVerbatim() {
        return joined == null && !tooLong && nul >= end;
    }

    boolean tooLong() {
        return tooLong;
    }

    /** Returns the bytes of which the line is a range. */
    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    /** Returns the offset in the file of one of the bytes. */
    int offset(int index) {
        return base + (joined == null ? index : joined.offset(index));
    }
}
