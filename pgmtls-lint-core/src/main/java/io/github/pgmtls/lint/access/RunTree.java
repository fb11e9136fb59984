package io.github.pgmtls.lint.access;

/** Finds the next of many numbers that is small or large enough, in logarithmic time. */
final class RunTree {

    private final int leaves;
    private final int[] least;
    private final int[] greatest;

    /** Takes every so many-th of some values. */
    RunTree(int[] values, int from, int stride, int count) {
        int width = 1;
        while (width < count) {
            width *= 2;
        }
        leaves = width;
        least = new int[2 * width];
        greatest = new int[2 * width];
        for (int i = 0; i < width; i++) {
            boolean inside = i < count;
            least[width + i] = inside ? values[from + i * stride] : Integer.MAX_VALUE;
            greatest[width + i] = inside ? values[from + i * stride] : Integer.MIN_VALUE;
        }
        for (int i = width - 1; i > 0; i--) {
            least[i] = Math.min(least[2 * i], least[2 * i + 1]);
            greatest[i] = Math.max(greatest[2 * i], greatest[2 * i + 1]);
        }
    }

    /** Returns the greatest value from one index to before another one. */
    int greatest(int from, int to) {
        int found = Integer.MIN_VALUE;
        int left = leaves + from;
        int right = leaves + to;
        while (left < right) {
            if ((left & 1) == 1) {
                found = Math.max(found, greatest[left++]);
            }
            if ((right & 1) == 1) {
                found = Math.max(found, greatest[--right]);
            }
            left >>= 1;
            right >>= 1;
        }
        return found;
    }

    /** Returns the first index from {@code from} on whose value is at least {@code limit}, or the number of leaves. */
    int nextAtLeast(int from, int limit) {
        int node = leaves + from;
        if (from >= leaves) {
            return leaves;
        }
        while (greatest[node] < limit) {
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return leaves;
            }
            node++;
        }
        while (node < leaves) {
            node *= 2;
            if (greatest[node] < limit) {
                node++;
            }
        }
        return node - leaves;
    }

    /** Returns the first index from {@code from} on whose value is less than {@code limit}, or the number of leaves. */
    int nextBelow(int from, int limit) {
        int node = leaves + from;
        if (from >= leaves) {
            return leaves;
        }
        while (least[node] >= limit) {
            while ((node & 1) == 1) {
                node >>= 1;
            }
            if (node == 0) {
                return leaves;
            }
            node++;
        }
        while (node < leaves) {
            node *= 2;
            if (least[node] >= limit) {
                node++;
            }
        }
        return node - leaves;
    }
}
