package io.github.pgmtls.lint.config;

import java.util.Arrays;

/** Numbers for words, in the order in which they are first met. */
final class WordPool {

    /** In place of a number: so many words look alike that this one is not kept. */
    static final int NOT_KEPT = -1;

    /** Only words that somebody made to look alike take longer. */
    private static final int LONGEST_SEARCH = 64;

    private byte[] text = new byte[256];
    private int[] ends = new int[32];
    private int[] hashes = new int[32];
    private int size;

    /** Open addressing: number of the word plus one, 0 for free. */
    private int[] slots = new int[64];

    /** Returns the number of a word; that of a new one is the number of words before. */
    int of(byte[] bytes, int from, int to, int hash) {
        int slot = firstSlot(hash);
        for (int i = 0; i < LONGEST_SEARCH; i++) {
            int word = slots[slot] - 1;
            if (word < 0) {
                return add(bytes, from, to, hash, slot);
            }
            if (hashes[word] == hash && isSame(word, bytes, from, to)) {
                return word;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NOT_KEPT;
    }

    private int firstSlot(int hash) {
        return hash * 0x9e3779b1 >>> Integer.numberOfLeadingZeros(slots.length - 1);
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
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        ends[size] = end;
        hashes[size] = hash;
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int word = 0; word < size; word++) {
            int slot = firstSlot(hashes[word]);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = word + 1;
        }
    }
}
