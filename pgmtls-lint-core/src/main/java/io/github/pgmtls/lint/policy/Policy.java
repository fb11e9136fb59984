package io.github.pgmtls.lint.policy;

import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.x509.OpenSslProfile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a {@code pgmtls.yaml}.
 *
 * @param postgresql the version of all servers that do not declare their own
 * @param pathMappings server path (absolute) to path in the linted directory
 * @param keptElsewhere files that the servers have and the repository rightly lacks: paths as the configuration names
 *     them, or patterns with {@code *} and {@code ?}
 * @param without authentication methods that the servers' builds lack
 * @param openSsl the OpenSSL of the servers
 * @param clusters what is declared for single clusters, in file order
 * @param rules what is said about rules
 * @param suppressions findings that the team lives with
 */
public record Policy(
        Optional<PostgresVersion> postgresql,
        Map<String, String> pathMappings,
        List<String> keptElsewhere,
        Set<AuthMethod> without,
        Optional<OpenSslProfile> openSsl,
        List<ClusterPolicy> clusters,
        List<RuleSetting> rules,
        List<Suppression> suppressions) {

    /** The name of the file, at the top of the linted directory. */
    public static final String FILE_NAME = "pgmtls.yaml";

    /** The policy of a directory that declares nothing. */
    public static final Policy NONE = new Policy(
            Optional.empty(), Map.of(), List.of(), Set.of(), Optional.empty(), List.of(), List.of(), List.of());

    public Policy {
        pathMappings = Map.copyOf(pathMappings);
        keptElsewhere = List.copyOf(keptElsewhere);
        without = Set.copyOf(without);
        clusters = List.copyOf(clusters);
        rules = List.copyOf(rules);
        suppressions = List.copyOf(suppressions);
    }
}
