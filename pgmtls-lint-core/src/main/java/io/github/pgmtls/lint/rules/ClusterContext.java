package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Location;
import java.time.Instant;

/**
 * What a rule is given to look at one cluster.
 *
 * @param cluster the cluster
 * @param now the moment for which dates are judged
 */
public record ClusterContext(Cluster cluster, Instant now) {

    /** Starts a finding of a rule. */
    public FindingBuilder finding(RuleInfo rule, Location primary, String message) {
        return new FindingBuilder(rule, cluster.name(), primary, message);
    }
}
