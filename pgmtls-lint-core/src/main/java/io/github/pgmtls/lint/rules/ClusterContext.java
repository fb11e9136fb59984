package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.finding.Location;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a rule is given to look at one cluster. Used by one thread at a time. */
public final class ClusterContext {

    private final Cluster cluster;
    private final Instant now;
    private final Surroundings surroundings;
    private final List<String> superusers;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private @Nullable Reachability reachability;

    /**
     * Makes the context of a cluster.
     *
     * @param now the moment for which dates are judged
     * @param surroundings what is known of the world around it, such as its roles
     * @param superusers its superusers, as byte strings
     */
    public ClusterContext(Cluster cluster, Instant now, Surroundings surroundings, List<String> superusers) {
        this.cluster = cluster;
        this.now = now;
        this.surroundings = surroundings;
        this.superusers = List.copyOf(superusers);
    }

    /** Returns the cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** Returns the moment for which dates are judged. */
    public Instant now() {
        return now;
    }

    /** Returns what is known of the world around the cluster, such as its roles. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Returns the superusers, as byte strings: those declared, or else the one that initdb makes. */
    public List<String> superusers() {
        return superusers;
    }

    /**
     * Returns which record decides which connections. The records are {@link Cluster#meantRecords()}: a slip in one line
     * must not hide what is wrong with the order of the others.
     */
    public Reachability reachability() {
        Reachability known = reachability;
        if (known == null) {
            known = Reachability.of(cluster.meantRecords(), surroundings);
            reachability = known;
        }
        return known;
    }

    /** Returns what several rules look at, made for the first one that asks; a maker must not ask for other things. */
    public <T> T shared(Class<T> type, Function<ClusterContext, T> maker) {
        return type.cast(shared.computeIfAbsent(type, key -> maker.apply(this)));
    }

    /** Starts a finding of a rule. */
    public FindingBuilder finding(RuleInfo rule, Location primary, String message) {
        return new FindingBuilder(rule, cluster.name(), primary, message);
    }
}
