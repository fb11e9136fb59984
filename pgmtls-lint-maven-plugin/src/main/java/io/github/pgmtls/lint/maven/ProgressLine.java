package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.Linter;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.LongSupplier;

/** One line of a terminal that tells how far a long run is, and is gone afterwards. */
final class ProgressLine implements Linter.Progress {

    private static final long PATIENCE = 1_000_000_000L;
    private static final long INTERVAL = 100_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream out;
    private final LongSupplier clock;
    private long next;
    private boolean isShown;

    /**
     * Makes a line that is shown once somebody has waited for a second.
     *
     * @param out the terminal
     * @param clock tells nanoseconds
     */
    ProgressLine(PrintStream out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
        this.next = clock.getAsLong() + PATIENCE;
    }

    /**
     * Tells whether somebody looks at the output.
     *
     * @param isInteractive whether Maven may ask the user
     * @param environment the variables of the process; services that build have one called CI, also where they give it a
     *     terminal
     */
    static boolean isWanted(boolean isInteractive, Map<String, String> environment) {
        return isInteractive
                && environment.getOrDefault("CI", "").isEmpty()
                && !"dumb".equals(environment.get("TERM"))
                && Terminal.isThere()
                && Terminal.isSteeredByMaven();
    }

    @Override
    public void reached(int clusters, int all) {
        long time = clock.getAsLong();
        if (time >= next && clusters < all) {
            next = time + INTERVAL;
            isShown = true;
            out.print(CLEAR + clusters + " of " + all + " clusters");
            out.flush();
        }
    }

    /** Takes the line away. */
    void end() {
        if (isShown) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
