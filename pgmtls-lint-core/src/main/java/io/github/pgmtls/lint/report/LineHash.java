package io.github.pgmtls.lint.report;

import io.github.pgmtls.lint.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The hash by which GitHub code scanning knows an alert again after lines have moved
 * ({@code partialFingerprints.primaryLocationLineHash}): of the 100 characters from the start of a line on, blanks left
 * out, and how many lines before have the same.
 *
 * <p>It has to be exactly what the action that uploads SARIF computes, which warns otherwise: a rolling polynomial hash
 * in 64 bits, base 37, over UTF-16 code units, where CR and CR LF count as LF, and 65535 and then zeros follow the end.
 */
final class LineHash {

    private static final int WINDOW = 100;
    private static final long BASE = 37;
    private static final long BASE_TO_WINDOW = power();
    private static final char END = 0xffff;

    private final char[] window = new char[WINDOW];
    private final int[] lineAt = new int[WINDOW];
    private int next;
    private long hash;
    private int line;
    private long[] hashes = new long[64];

    private LineHash() {}

    /** Returns the hash and its occurrence for each line, such as {@code c129715d7a2bc9a3:1}; the first is that of line 1. */
    static String[] of(SourceFile file) {
        LineHash state = new LineHash();
        state.addAll(new String(file.bytes(), StandardCharsets.UTF_8));
        return state.numbered();
    }

    private static long power() {
        long power = 1;
        for (int i = 0; i < WINDOW; i++) {
            power *= BASE;
        }
        return power;
    }

    private void addAll(String text) {
        boolean isLineStart = true;
        boolean isAfterCr = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : END;
            if (c == ' ' || c == '\t' || (isAfterCr && c == '\n')) {
                isAfterCr = false;
                continue;
            }
            isAfterCr = c == '\r';
            c = isAfterCr ? '\n' : c;
            finishOldest();
            if (isLineStart) {
                line++;
                lineAt[next] = line;
            }
            isLineStart = c == '\n';
            push(c);
        }
        for (int i = 0; i < WINDOW; i++) {
            finishOldest();
            push('\0');
        }
    }

    /** Notes the hash of the line that starts at the oldest character, if one does. */
    private void finishOldest() {
        int started = lineAt[next];
        if (started == 0) {
            return;
        }
        if (started > hashes.length) {
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        hashes[started - 1] = hash;
        lineAt[next] = 0;
    }

    private void push(char c) {
        hash = BASE * hash + c - BASE_TO_WINDOW * window[next];
        window[next] = c;
        next = (next + 1) % WINDOW;
    }

    private String[] numbered() {
        Map<Long, Integer> counts = new HashMap<>();
        String[] numbered = new String[line];
        for (int i = 0; i < line; i++) {
            numbered[i] = Long.toHexString(hashes[i]) + ":" + counts.merge(hashes[i], 1, Integer::sum);
        }
        return numbered;
    }
}
