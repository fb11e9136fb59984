package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.finding.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code pgmtls.yaml} says about a rule.
 *
 * @param rule its id
 * @param off whether it is not asked at all
 * @param severity the severity of its findings, instead of their own
 * @param options the options that are set, by name
 * @param place where it is said
 */
public record RuleSetting(
        String rule, boolean off, Optional<Severity> severity, Map<String, Integer> options, Location place) {

    public RuleSetting {
        options = Map.copyOf(options);
    }
}
