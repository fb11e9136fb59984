package io.github.pgmtls.lint.config;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers for words, in the order in which they are first met. */
final class WordPool {

    /** In place of a number: so many words look alike that this one is not kept. */
    static final int NOT_KEPT = -1;

    /** Only words that somebody made to look alike take longer. */
    private static final int LONGEST_SEARCH = 64;

    private byte[] text = new byte[256];
    private int[] ends = new int[32];
    private int size;

    /** Open addressing: the hash in the upper half and the number of the word plus one in the lower; 0 for free. */
    private long[] slots = new long[64];

    /** Returns the number of a word; that of a new one is the number of words before. */
    int of(byte[] bytes, int from, int to, int hash) {
        int slot = firstSlot(hash);
        for (int i = 0; i < LONGEST_SEARCH; i++) {
            long kept = slots[slot];
            if (kept == 0) {
                return add(bytes, from, to, hash, slot);
            }
            if ((int) (kept >>> 32) == hash && isSame((int) kept - 1, bytes, from, to)) {
                return (int) kept - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NOT_KEPT;
    }

    private int firstSlot(int hash) {
        return hash * 0x9e3779b1 >>> Integer.numberOfLeadingZeros(slots.length - 1);
    }

    /** Returns how many words there are. */
    int size() {
        return size;
    }

    /** Returns a word, as a byte string. */
    String text(int word) {
        return new String(text, start(word), ends[word] - start(word), StandardCharsets.ISO_8859_1);
    }

    private int start(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    private boolean isSame(int word, byte[] bytes, int from, int to) {
        int at = start(word);
        if (ends[word] - at != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] != text[at++]) {
                return false;
            }
        }
        return true;
    }

    private int add(byte[] bytes, int from, int to, int hash, int slot) {
        int start = size == 0 ? 0 : ends[size - 1];
        int end = start + to - from;
        if (end > text.length) {
            text = Arrays.copyOf(text, Math.max(end, text.length * 2));
        }
        System.arraycopy(bytes, from, text, start, to - from);
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        ends[size] = end;
        size++;
        slots[slot] = (long) hash << 32 | size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long kept : old) {
            if (kept != 0) {
                int slot = firstSlot((int) (kept >>> 32));
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = kept;
            }
        }
    }
}
