package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.finding.Location;

/**
 * Something in {@code pgmtls.yaml} that is not understood. Nothing is ignored there: a misspelt exemption must not pass
 * for one, nor a misspelt demand.
 *
 * @param place where
 * @param message what is wrong and what would be right
 */
public record PolicyProblem(Location place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
