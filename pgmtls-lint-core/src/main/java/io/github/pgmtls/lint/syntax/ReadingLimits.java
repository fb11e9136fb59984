package io.github.pgmtls.lint.syntax;

/**
 * How much of an authentication file and of all that it includes is read. An untrusted tree must cost neither unbounded
 * time nor unbounded memory; a million records, in one file or in ten thousand, are within the limits.
 */
public final class ReadingLimits {

    private static final int MAX_FILES = 20_000;

    private static final long MAX_BYTES = 64 << 20;

    private static final int MAX_TOKENS = 8_000_000;

    private static final int MAX_TOKENS_OF_A_LINE = 1_000_000;

    private static final int MAX_FAULTS = 10_000;

    private int files;
    private long bytes;
    private int tokens;
    private int faults;
    private boolean exceeded;

    /** Takes note of a file that is going to be read. */
    public void countFile(int size) {
        files++;
        bytes += size;
        exceeded |= files > MAX_FILES || bytes > MAX_BYTES;
    }

    /** Takes note of the tokens of a line that are there so far; returns whether there may be more. */
    boolean allow(int tokensOfLine) {
        exceeded |= tokensOfLine > MAX_TOKENS_OF_A_LINE || tokens + tokensOfLine > MAX_TOKENS;
        return !exceeded;
    }

    /** Tells whether there may be a line of so many tokens. */
    boolean hasRoomFor(int tokensOfLine) {
        return tokensOfLine <= MAX_TOKENS_OF_A_LINE && tokens + tokensOfLine <= MAX_TOKENS;
    }

    /** Takes note of the tokens of a whole line. */
    void count(int tokensOfLine) {
        tokens += tokensOfLine;
    }

    /** Takes note of something that the server complains about; from some number on, further ones tell nothing new. */
    public void countFault() {
        faults++;
    }

    /** Tells whether the server complains about so much that there is no use in looking on. */
    public boolean areFaultsTooMany() {
        return faults > MAX_FAULTS;
    }

    /** Tells whether there is more than is read. */
    public boolean areExceeded() {
        return exceeded || areFaultsTooMany();
    }
}
