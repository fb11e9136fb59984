package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.finding.Location;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An entry of {@code suppress} in {@code pgmtls.yaml}.
 *
 * @param rule the id of the rule whose findings it covers
 * @param cluster the cluster whose findings it covers; every one if empty
 * @param match a pattern of the line or the path whose findings it covers, with {@code *} and {@code ?}; every one if
 *     empty
 * @param reason why
 * @param until the last day on which it counts, in UTC; for ever if empty
 * @param place where it is said
 */
public record Suppression(
        String rule,
        Optional<String> cluster,
        Optional<String> match,
        String reason,
        Optional<LocalDate> until,
        Location place) {}
