package io.github.pgmtls.lint.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of one file that hold something, in their order: plain ones, which others have taken, and tokens of others. */
public final class AuthLines {

    private final List<AuthLine> lines = new ArrayList<>();
    private int[] plainBefore = new int[8];
    private int plain;

    void add(AuthLine line) {
        if (lines.size() == plainBefore.length) {
            plainBefore = Arrays.copyOf(plainBefore, plainBefore.length * 2);
        }
        plainBefore[lines.size()] = plain;
        lines.add(line);
    }

    void addPlain() {
        plain++;
    }

    /** Returns the lines that were cut into tokens. */
    public List<AuthLine> lines() {
        return lines;
    }

    /** Returns how many plain lines stand before one that was cut into tokens, or in all behind the last one. */
    public int plainBefore(int line) {
        return line < lines.size() ? plainBefore[line] : plain;
    }
}
