package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.LoadedCredentials;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.policy.Expectation;
import io.github.pgmtls.lint.policy.RuleOption;
import io.github.pgmtls.lint.policy.RuleSetting;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.x509.PathVerifier;
import io.github.pgmtls.lint.x509.Signatures;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a rule is given to look at one cluster. Used by one thread at a time. */
public final class ClusterContext {

    private final Cluster cluster;
    private final Instant now;
    private final Signatures signatures = new Signatures();
    private final FileTree tree;
    private final boolean thisMachineOnly;
    private final Surroundings surroundings;
    private final List<String> superusers;
    private final Map<String, RuleSetting> settings;
    private final Map<Class<?>, Object> shared = new HashMap<>();
    private List<Expectation> expectations = List.of();
    private Surroundings possible;
    private @Nullable Reachability reachability;
    private @Nullable LoadedCredentials loaded;
    private @Nullable List<ClientPath> clientPaths;
    private @Nullable List<AuthorityPath> authorityPaths;

    /**
     * Makes the context of a cluster.
     *
     * @param tree the directory in which it is
     * @param now the moment for which dates are judged
     * @param surroundings what is known of the world around it, such as its roles
     * @param superusers its superusers, as byte strings
     * @param settings what is said about rules, by rule
     */
    public ClusterContext(
            Cluster cluster,
            FileTree tree,
            Instant now,
            Surroundings surroundings,
            List<String> superusers,
            Map<String, RuleSetting> settings) {
        this.cluster = cluster;
        this.tree = tree;
        this.thisMachineOnly = cluster.isForThisMachineOnly();
        this.now = now;
        this.surroundings = surroundings;
        this.possible = surroundings;
        this.superusers = List.copyOf(superusers);
        this.settings = settings;
    }

    /** Returns the cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** Returns the directory in which it is. */
    public FileTree tree() {
        return tree;
    }

    /** Returns the moment for which dates are judged. */
    public Instant now() {
        return now;
    }

    /** Returns what is known of the world around the cluster, such as its roles. */
    public Surroundings surroundings() {
        return surroundings;
    }

    /** Tells whether the connections of a record come from this machine alone. */
    public boolean isLocal(HbaRecord record) {
        return record.address().isLoopback() || thisMachineOnly;
    }

    /**
     * Says what is expected of who gets in.
     *
     * @param who what is expected
     * @param world what is known of the world, with the transports by which clients can connect at all
     */
    public ClusterContext expecting(List<Expectation> who, Surroundings world) {
        expectations = List.copyOf(who);
        possible = world;
        return this;
    }

    /** Returns what is expected of who gets in. */
    public List<Expectation> expectations() {
        return expectations;
    }

    /** Returns what is known of the world, with the transports by which clients can connect at all if that is known. */
    public Surroundings possible() {
        return possible;
    }

    /** Returns the value of an option of a rule: the one that is set, or else the usual one. */
    public int option(RuleInfo rule, RuleOption option) {
        RuleSetting setting = settings.get(rule.id());
        Integer value = setting == null ? null : setting.options().get(option.name());
        return value == null ? option.usual() : value;
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

    /** Returns the files of TLS as the server's OpenSSL loads them. */
    public LoadedCredentials loaded() {
        LoadedCredentials known = loaded;
        if (known == null) {
            known = LoadedCredentials.of(cluster);
            loaded = known;
        }
        return known;
    }

    /** Returns what is known about signatures. */
    public Signatures signatures() {
        return signatures;
    }

    /** Returns what the server verifies clients with; nothing if that is not known. */
    public Optional<PathVerifier> clientVerifier() {
        return loaded().clientTrust().map(trust -> new PathVerifier(cluster.openSslAtHandshake(), trust, signatures));
    }

    /** Returns what the server makes of each certificate of ssl_ca_file as an issuer of client certificates. */
    public List<AuthorityPath> authorityPaths() {
        List<AuthorityPath> known = authorityPaths;
        if (known == null) {
            known = clientVerifier()
                    .map(verifier -> AuthorityPath.all(loaded().authorities(), verifier, now))
                    .orElse(List.of());
            authorityPaths = known;
        }
        return known;
    }

    /** Returns what the server makes of each known client certificate; none if that is not known. */
    public List<ClientPath> clientPaths() {
        List<ClientPath> known = clientPaths;
        if (known == null) {
            known = clientVerifier()
                    .map(verifier -> ClientPath.all(cluster.credentials().clients(), verifier, now))
                    .orElse(List.of());
            clientPaths = known;
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
