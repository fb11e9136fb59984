package io.github.pgmtls.lint.syntax;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Keeps one String per distinct token: files of many records repeat a few names over and over. */
final class TokenPool {

    private static final int MOST_SLOTS = 1 << 14;

    private static final int LEAST_SLOTS = 1 << 5;

    /** Some tokens are longer than this, blanks and all, and most are no repetitions. */
    private static final int BYTES_FOR_A_SLOT = 16;

    private final @Nullable String[] slots;

    /** Where the bytes of the same slot's token were first met. */
    private final byte[][] bytes;

    private final int[] starts;

    /** Makes a pool for a file of some size. */
    TokenPool(int size) {
        int wanted = Math.max(LEAST_SLOTS, Math.min(MOST_SLOTS, size / BYTES_FOR_A_SLOT));
        int count = Integer.highestOneBit(wanted);
        slots = new @Nullable String[count];
        bytes = new byte[count][];
        starts = new int[count];
    }

    /** Returns the token that is a range of bytes with a hash. */
    String get(byte[] text, int start, int end, int hash) {
        int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
        String kept = slots[slot];
        if (kept != null && kept.length() == end - start && isSame(text, start, end, bytes[slot], starts[slot])) {
            return kept;
        }
        String fresh = new String(text, start, end - start, StandardCharsets.ISO_8859_1);
        slots[slot] = fresh;
        bytes[slot] = text;
        starts[slot] = start;
        return fresh;
    }

    private static boolean isSame(byte[] one, int start, int end, byte[] other, int otherStart) {
        int at = otherStart;
        for (int i = start; i < end; i++) {
            if (one[i] != other[at++]) {
                return false;
            }
        }
        return true;
    }
}
