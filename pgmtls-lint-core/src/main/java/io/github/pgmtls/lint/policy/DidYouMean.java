package io.github.pgmtls.lint.policy;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
public final class DidYouMean {

    private static final int MOST_EDITS = 2;

    private DidYouMean() {}

    /** Returns the known word nearest to the given one, if it is at most two edits away (Damerau-Levenshtein). */
    public static Optional<String> among(Collection<String> known, String word) {
        return known.stream()
                .filter(k -> distance(k, word) <= Math.min(MOST_EDITS, word.length() / 2))
                .min(Comparator.comparingInt((String k) -> distance(k, word)).thenComparing(k -> k));
    }

    /** Returns {@code ; did you mean "x"?}, or nothing. */
    public static String suffix(Collection<String> known, String word) {
        return among(known, word).map(k -> "; did you mean \"" + k + "\"?").orElse("");
    }

    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > MOST_EDITS) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + change, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
