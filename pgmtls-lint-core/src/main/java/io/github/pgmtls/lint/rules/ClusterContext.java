package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Location;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rule is given to look at one cluster. Used by one thread at a time. */
public final class ClusterContext {

    private final Cluster cluster;
    private final Instant now;
    private @Nullable Reachability reachability;

    /**
     * Makes the context of a cluster.
     *
     * @param now the moment for which dates are judged
     */
    public ClusterContext(Cluster cluster, Instant now) {
        this.cluster = cluster;
        this.now = now;
    }

    /** Returns the cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** Returns the moment for which dates are judged. */
    public Instant now() {
        return now;
    }

    /**
     * Returns which record decides which connections. The records are {@link Cluster#meantRecords()}: a slip in one line
     * must not hide what is wrong with the order of the others.
     */
    public Reachability reachability() {
        Reachability known = reachability;
        if (known == null) {
            known = Reachability.of(cluster.meantRecords(), Surroundings.unknown());
            reachability = known;
        }
        return known;
    }

    /** Starts a finding of a rule. */
    public FindingBuilder finding(RuleInfo rule, Location primary, String message) {
        return new FindingBuilder(rule, cluster.name(), primary, message);
    }
}
