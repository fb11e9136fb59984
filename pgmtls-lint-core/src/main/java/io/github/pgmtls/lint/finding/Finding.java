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
 */
public record Finding(
        String rule,
        Severity severity,
        String cluster,
        String message,
        Location primary,
        List<Location> related,
        Optional<String> serverMessage,
        Optional<String> hint) {

    public Finding {
        related = List.copyOf(related);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rule.hashCode() + message.hashCode()) + primary.hashCode();
    }
}
