package io.github.pgmtls.lint;

import io.github.pgmtls.lint.access.Roles;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ClusterDefinition;
import io.github.pgmtls.lint.cluster.ClusterDiscovery;
import io.github.pgmtls.lint.cluster.ClusterLoader;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.policy.ClusterPolicy;
import io.github.pgmtls.lint.policy.Expectation;
import io.github.pgmtls.lint.policy.Policy;
import io.github.pgmtls.lint.policy.PolicyReader;
import io.github.pgmtls.lint.policy.RuleSetting;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A directory with its policy and its clusters read. */
final class Workspace {

    private static final String SETTINGS = "postgresql.conf";

    private final LintRequest request;
    private final FileSystemTree tree;
    private final List<String> paths;
    private final ExemptionSources exemptions;
    private final Policy policy;
    private final Map<String, RuleSetting> settings;
    private final List<Cluster> clusters;

    private Workspace(LintRequest request, FileSystemTree tree) {
        this.request = request;
        this.tree = tree;
        this.paths = tree.walk();
        this.exemptions = ExemptionSources.of(request, tree);
        this.policy = readPolicy(exemptions.approved(), request.policy());
        this.settings = settings(policy);
        this.clusters = loadClusters();
    }

    static Workspace open(LintRequest request) {
        return new Workspace(request, tree(request));
    }

    /** Opens the directory that is asked about. */
    static FileSystemTree tree(LintRequest request) {
        try {
            return FileSystemTree.open(request.directory());
        } catch (IOException e) {
            throw new LintException(request.directory() + " cannot be read: name a directory that can, with "
                    + "-Dpgmtls.directory=DIRECTORY");
        }
    }

    FileSystemTree tree() {
        return tree;
    }

    List<String> paths() {
        return paths;
    }

    List<Cluster> clusters() {
        return clusters;
    }

    /** Returns what is known of the world of a cluster: its roles, if they are declared, and what can connect to it. */
    Surroundings surroundings(Cluster cluster) {
        Set<Transport> transports = EnumSet.allOf(Transport.class);
        if (!cluster.tls().orElse(true)) {
            transports.remove(Transport.TLS);
        }
        if (!cluster.version().isAtLeast(12) || cluster.server().without().contains(AuthMethod.GSS)) {
            transports.remove(Transport.GSS);
        }
        return roles(cluster).withTransports(transports);
    }

    /** Returns what is known of the roles of a cluster and nothing else: what rules that judge what is meant go by. */
    Surroundings roles(Cluster cluster) {
        Optional<ClusterPolicy> declared = declared(cluster);
        if (declared.isEmpty() || declared.get().roles().isEmpty()) {
            return Surroundings.unknown();
        }
        return Surroundings.unknown().withRoles(roles(declared.get().roles(), superusers(cluster)));
    }

    private static Roles roles(Map<String, List<String>> members, List<String> superusers) {
        Map<String, List<String>> direct = new LinkedHashMap<>();
        superusers.forEach(user -> direct.put(user, new ArrayList<>()));
        members.keySet().forEach(role -> direct.put(role, new ArrayList<>()));
        members.forEach((role, users) -> users.forEach(
                user -> direct.computeIfAbsent(user, u -> new ArrayList<>()).add(role)));
        return Roles.of(direct);
    }

    /** Returns the superusers of a cluster, as byte strings. */
    List<String> superusers(Cluster cluster) {
        Optional<ClusterPolicy> declared = declared(cluster);
        return declared.isEmpty() || declared.get().superusers().isEmpty()
                ? ClusterPolicy.USUAL_SUPERUSERS
                : declared.get().superusers();
    }

    /** Returns what is expected of who gets into a cluster. */
    List<Expectation> expectations(Cluster cluster) {
        return declared(cluster).map(ClusterPolicy::expectations).orElse(List.of());
    }

    private Optional<ClusterPolicy> declared(Cluster cluster) {
        for (ClusterPolicy known : policy.clusters()) {
            if (known.directory().equals(cluster.directory())) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** Returns what the policy says about rules, by rule. */
    Map<String, RuleSetting> settings() {
        return settings;
    }

    /** Returns what is declared. */
    Policy policy() {
        return policy;
    }

    /** Returns where suppressions and the baseline come from. */
    ExemptionSources exemptions() {
        return exemptions;
    }

    private static Map<String, RuleSetting> settings(Policy policy) {
        Map<String, RuleSetting> settings = new LinkedHashMap<>();
        for (RuleSetting setting : policy.rules()) {
            settings.put(setting.rule(), setting);
        }
        return settings;
    }

    private static Policy readPolicy(FileTree tree, String path) {
        FileRead read = tree.read(path);
        if (read instanceof FileRead.Failure failure) {
            if (failure.reason() == FileRead.Reason.ABSENT && path.equals(Policy.FILE_NAME)) {
                return Policy.NONE;
            }
            throw new LintException(path + " cannot be read: " + failure.detail());
        }
        PolicyReader.Outcome outcome = PolicyReader.read(((FileRead.Content) read).file(), new CatalogRules());
        if (!outcome.problems().isEmpty()) {
            throw new LintException(
                    outcome.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        return outcome.policy();
    }

    private List<Cluster> loadClusters() {
        Map<String, ClusterPolicy> declared = new LinkedHashMap<>();
        for (ClusterPolicy cluster : policy.clusters()) {
            ClusterPolicy twin = declared.put(cluster.directory(), cluster);
            if (twin != null) {
                throw new LintException(cluster.place() + ": cluster \"" + cluster.name()
                        + "\" has the same directory as \"" + twin.name() + "\"; give each its own");
            }
        }
        List<String> directories = ClusterDiscovery.directories(paths);
        for (ClusterPolicy cluster : policy.clusters()) {
            // a change that removes a cluster is judged by a policy that still has it
            if (!directories.contains(cluster.directory())
                    && request.policyRef().isEmpty()) {
                throw new LintException(cluster.place() + ": cluster \"" + cluster.name() + "\": no pg_hba.conf or "
                        + "postgresql.conf in directory \"" + cluster.directory() + "\"; correct its directory");
            }
        }
        if (directories.isEmpty()) {
            throw new LintException("no cluster found: no pg_hba.conf or postgresql.conf in " + request.directory()
                    + " or below (.git, target and node_modules left out); name the directory that holds them with "
                    + "-Dpgmtls.directory=DIRECTORY");
        }
        if (!policy.suppressions().isEmpty()) {
            exemptions.checkClusters(
                    policy.suppressions(),
                    directories.stream()
                            .map(directory -> nameOf(directory, Optional.ofNullable(declared.get(directory))))
                            .toList());
        }
        ClusterLoader loader = new ClusterLoader(tree, ServerPaths.of(tree, policy.pathMappings()));
        Function<String, Cluster> load = directory ->
                loader.load(define(directory, Optional.ofNullable(declared.get(directory))), pathsOf(directory));
        if (directories.size() <= ClusterList.MOST_KEPT) {
            List<Cluster> loaded = new ArrayList<>(directories.size());
            for (String directory : directories) {
                loaded.add(load.apply(directory));
            }
            Set<String> own = new HashSet<>(ownDirectories(loaded, declared.keySet()));
            loaded.removeIf(cluster -> !own.contains(cluster.directory()));
            return loaded;
        }
        ClusterList all = new ClusterList(directories, load);
        Set<String> paths = new HashSet<>(this.paths);
        boolean haveSettings =
                directories.stream().allMatch(directory -> paths.contains(ServerPaths.join(directory, SETTINGS)));
        return haveSettings ? all : new ClusterList(ownDirectories(all, declared.keySet()), load);
    }

    /** Returns all paths in a directory but those of servers further down: with a postgresql.conf, it is one of its own. */
    private List<String> pathsOf(String directory) {
        String above = directory.isEmpty() ? "" : directory + "/";
        List<String> below = below(directory);
        List<String> others = new ArrayList<>();
        for (String path : below) {
            if (path.endsWith("/" + SETTINGS)) {
                String other = path.substring(0, path.length() - SETTINGS.length());
                if (!other.equals(above)) {
                    others.add(other);
                }
            }
        }
        return others.isEmpty()
                ? below
                : below.stream()
                        .filter(path -> others.stream().noneMatch(path::startsWith))
                        .toList();
    }

    /** Returns all paths in a directory. They stand together; of thousands of clusters, none looks at all paths. */
    private List<String> below(String directory) {
        if (directory.isEmpty()) {
            return paths;
        }
        // "0" comes next after "/"
        return paths.subList(first(directory + "/"), first(directory + "0"));
    }

    /** Returns where the first path is that does not come before a name. */
    private int first(String name) {
        int found = Collections.binarySearch(paths, name, FileSystemTree.BYTE_ORDER);
        return found < 0 ? -found - 1 : found;
    }

    /**
     * Returns the directories of clusters that are not parts of others: a directory whose pg_hba.conf another cluster's
     * hba_file names is a part of that cluster.
     */
    private static List<String> ownDirectories(List<Cluster> clusters, Set<String> declared) {
        Set<String> used = new HashSet<>();
        for (Cluster cluster : clusters) {
            if (cluster.settings().isPresent()) {
                for (ServerFile file : cluster.files().values()) {
                    used.add(file.path().orElse(""));
                }
            }
        }
        List<String> own = new ArrayList<>(clusters.size());
        for (Cluster cluster : clusters) {
            if (cluster.settings().isPresent()
                    || declared.contains(cluster.directory())
                    || cluster.hba().isEmpty()
                    || !used.contains(cluster.hba().get().file().path())) {
                own.add(cluster.directory());
            }
        }
        return own;
    }

    private static String nameOf(String directory, Optional<ClusterPolicy> declared) {
        return declared.map(ClusterPolicy::name).orElseGet(() -> ClusterDefinition.nameOf(directory));
    }

    private ClusterDefinition define(String directory, Optional<ClusterPolicy> declared) {
        if (declared.isEmpty()) {
            return new ClusterDefinition(
                    ClusterDefinition.nameOf(directory),
                    directory,
                    first(request.postgresql(), policy.postgresql()),
                    policy.without(),
                    policy.openSsl(),
                    Optional.empty(),
                    request.serverNames(),
                    List.of(),
                    false,
                    List.of(),
                    policy.keptElsewhere());
        }
        ClusterPolicy own = declared.get();
        Set<String> serverNames = new LinkedHashSet<>(request.serverNames());
        serverNames.addAll(own.serverNames());
        return new ClusterDefinition(
                own.name(),
                directory,
                first(request.postgresql(), first(own.postgresql(), policy.postgresql())),
                policy.without(),
                first(own.openSsl(), policy.openSsl()),
                own.dedicatedClientCa(),
                List.copyOf(serverNames),
                own.clientCertificates(),
                own.clientCertificatesComplete(),
                own.expectedClients(),
                policy.keptElsewhere());
    }

    private static <T> Optional<T> first(Optional<T> special, Optional<T> general) {
        return special.isPresent() ? special : general;
    }
}
