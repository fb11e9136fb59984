package io.github.pgmtls.lint.finding;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A finding with which a team lives for now: it is counted, and does not fail anything.
 *
 * @param finding the finding
 * @param by by what it is exempt
 * @param reason why, if somebody said so
 * @param until the last day on which it is, in UTC; for ever if empty
 * @param place where it is said
 */
public record Exempted(Finding finding, By by, Optional<String> reason, Optional<LocalDate> until, Location place) {

    /** What exempts from a finding. */
    public enum By {
        /** A comment in the file itself. */
        COMMENT,
        /** An entry of {@code suppress} in the policy. */
        POLICY,
        /** The baseline. */
        BASELINE;

        /** Tells whether it is a suppression. */
        public boolean isSuppression() {
            return this != BASELINE;
        }
    }
}
