package io.github.pgmtls.lint.x509;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The texts of object identifiers that were met before: the same few make up nearly all, some twenty in each certificate.
 * The table does not grow, and who comes first stays. Threads may overlook what others have just put in.
 */
final class KnownIdentifiers {

    private static final int SLOTS = 512;
    private static final int LONGEST = 32;
    private static final @Nullable Identifier[] KNOWN = new Identifier[SLOTS];

    private KnownIdentifiers() {}

    private record Identifier(byte[] content, String dotted) {}

    /** Returns the text for a content, if it was met before. */
    static @Nullable String find(byte[] bytes, int start, int end) {
        Identifier known = KNOWN[slot(bytes, start, end)];
        return known != null && Arrays.equals(bytes, start, end, known.content, 0, known.content.length)
                ? known.dotted
                : null;
    }

    /** Keeps the text for a content, if there is room. */
    static String keep(byte[] bytes, int start, int end, String dotted) {
        int slot = slot(bytes, start, end);
        if (KNOWN[slot] == null && end - start <= LONGEST) {
            KNOWN[slot] = new Identifier(Arrays.copyOfRange(bytes, start, end), dotted);
        }
        return dotted;
    }

    private static int slot(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 9) & (SLOTS - 1);
    }
}
