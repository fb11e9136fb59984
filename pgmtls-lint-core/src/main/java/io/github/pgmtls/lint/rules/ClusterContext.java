package io.github.pgmtls.lint.rules;

import io.github.pgmtls.lint.access.Reachability;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.LoadedCredentials;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.x509.PathVerifier;
import io.github.pgmtls.lint.x509.Signatures;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule is given to look at one cluster. Used by one thread at a time. */
public final class ClusterContext {

    private final Cluster cluster;
    private final Instant now;
    private final Signatures signatures = new Signatures();
    private @Nullable Reachability reachability;
    private @Nullable LoadedCredentials loaded;
    private @Nullable List<ClientPath> clientPaths;

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
        return loaded().clientTrust()
                .map(trust -> new PathVerifier(cluster.definition().openSsl(), trust, signatures));
    }

    /** Returns what the server makes of each certificate of ssl_ca_file as an issuer of client certificates. */
    public List<AuthorityPath> authorityPaths() {
        return clientVerifier()
                .map(verifier -> AuthorityPath.all(loaded().authorities(), verifier, now))
                .orElse(List.of());
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

    /** Starts a finding of a rule. */
    public FindingBuilder finding(RuleInfo rule, Location primary, String message) {
        return new FindingBuilder(rule, cluster.name(), primary, message);
    }
}
