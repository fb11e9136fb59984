package io.github.pgmtls.lint.finding;

import java.util.List;
import java.util.Optional;

/**
 * One problem with one root cause.
 *
 * @param rule the id of the rule that found it, in kebab-case
 * @param severity how bad it is
 * @param cluster the name of the cluster concerned
 * @param message one phrase in PostgreSQL's style: lower case, no final period, the user's own words in quotes
 * @param primary the place to change
 * @param related other places that explain it, each with a label
 * @param serverMessage what the server itself says about it, if it says something
 * @param hint what to do, in full sentences
 * @param subject what tells it from others of the same rule at the same places, such as the name that is missing; empty
 *     if there is nothing
 */
public record Finding(
        String rule,
        Severity severity,
        String cluster,
        String message,
        Location primary,
        List<Location> related,
        Optional<String> serverMessage,
        Optional<String> hint,
        String subject) {

    public Finding {
        related = List.copyOf(related);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rule.hashCode() + message.hashCode()) + primary.hashCode();
    }

    /** Makes a finding that is told from others by its rule and places. */
    public Finding(
            String rule,
            Severity severity,
            String cluster,
            String message,
            Location primary,
            List<Location> related,
            Optional<String> serverMessage,
            Optional<String> hint) {
        this(rule, severity, cluster, message, primary, related, serverMessage, hint, "");
    }

    /** Returns the same with another severity. */
    public Finding withSeverity(Severity other) {
        return new Finding(rule, other, cluster, message, primary, related, serverMessage, hint, subject);
    }
}
