package io.github.pgmtls.lint.syntax;

import org.jspecify.annotations.Nullable;

/** Keeps one String per distinct token: files of many records repeat a few names over and over. */
final class TokenPool {

    private static final int SLOTS = 1 << 14;

    private final @Nullable String[] slots = new @Nullable String[SLOTS];

    String get(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        String kept = slots[slot];
        if (kept != null && kept.length() == end - start && text.startsWith(kept, start)) {
            return kept;
        }
        String fresh = text.substring(start, end);
        slots[slot] = fresh;
        return fresh;
    }

    String get(String token) {
        return get(token, 0, token.length());
    }
}
