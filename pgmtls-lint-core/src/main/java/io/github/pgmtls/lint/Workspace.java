package io.github.pgmtls.lint;

import io.github.pgmtls.lint.access.Roles;
import io.github.pgmtls.lint.access.Surroundings;
import io.github.pgmtls.lint.cluster.Cluster;
import io.github.pgmtls.lint.cluster.ClusterDefinition;
import io.github.pgmtls.lint.cluster.ClusterDiscovery;
import io.github.pgmtls.lint.cluster.ClusterLoader;
import io.github.pgmtls.lint.cluster.ServerFile;
import io.github.pgmtls.lint.config.UnreadFile;
import io.github.pgmtls.lint.finding.NotChecked;
import io.github.pgmtls.lint.policy.ClusterPolicy;
import io.github.pgmtls.lint.policy.Policy;
import io.github.pgmtls.lint.policy.PolicyReader;
import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.postgres.Transport;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.x509.PemFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A directory with its policy and its clusters read. */
final class Workspace {

    private static final String SETTINGS = "postgresql.conf";

    private final LintRequest request;
    private final FileSystemTree tree;
    private final List<String> paths;
    private final Policy policy;
    private final List<Cluster> clusters;

    private Workspace(LintRequest request, FileSystemTree tree) {
        this.request = request;
        this.tree = tree;
        this.paths = tree.walk();
        this.policy = readPolicy(tree);
        this.clusters = loadClusters();
    }

    static Workspace open(LintRequest request) {
        try {
            return new Workspace(request, FileSystemTree.open(request.directory()));
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
        if (cluster.tls().filter(on -> !on).isPresent()) {
            transports.remove(Transport.TLS);
        }
        if (!cluster.version().isAtLeast(12) || cluster.server().without().contains(AuthMethod.GSS)) {
            transports.remove(Transport.GSS);
        }
        return roles(cluster).withTransports(transports);
    }

    /** Returns what is known of the roles of a cluster and nothing else: what rules that judge what is meant go by. */
    Surroundings roles(Cluster cluster) {
        return declared(cluster)
                .map(ClusterPolicy::roles)
                .filter(roles -> !roles.isEmpty())
                .map(members -> Surroundings.unknown().withRoles(roles(members, superusers(cluster))))
                .orElseGet(Surroundings::unknown);
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
        return declared(cluster)
                .map(ClusterPolicy::superusers)
                .filter(users -> !users.isEmpty())
                .orElse(ClusterPolicy.USUAL_SUPERUSERS);
    }

    private Optional<ClusterPolicy> declared(Cluster cluster) {
        return policy.clusters().stream()
                .filter(known -> known.directory().equals(cluster.directory()))
                .findFirst();
    }

    private static Policy readPolicy(FileSystemTree tree) {
        FileRead read = tree.read(Policy.FILE_NAME);
        if (read instanceof FileRead.Failure failure) {
            if (failure.reason() == FileRead.Reason.ABSENT) {
                return Policy.NONE;
            }
            throw new LintException(Policy.FILE_NAME + " cannot be read: " + failure.detail());
        }
        PolicyReader.Outcome outcome = PolicyReader.read(((FileRead.Content) read).file());
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
            if (!directories.contains(cluster.directory())) {
                throw new LintException(cluster.place() + ": cluster \"" + cluster.name() + "\": no pg_hba.conf or "
                        + "postgresql.conf in directory \"" + cluster.directory() + "\"; correct its directory");
            }
        }
        if (directories.isEmpty()) {
            throw new LintException("no cluster found: no pg_hba.conf or postgresql.conf in " + request.directory()
                    + " or below (.git, target and node_modules left out); name the directory that holds them with "
                    + "-Dpgmtls.directory=DIRECTORY");
        }
        ClusterLoader loader = new ClusterLoader(tree, ServerPaths.of(tree, policy.pathMappings()));
        List<Cluster> loaded = directories.stream()
                .map(directory -> loader.load(
                        define(directory, Optional.ofNullable(declared.get(directory))), pathsOf(directory)))
                .toList();
        return withoutParts(loaded, declared.keySet());
    }

    /** Returns all paths but those of servers further down: a directory with a postgresql.conf is one of its own. */
    private List<String> pathsOf(String directory) {
        String below = directory.isEmpty() ? "" : directory + "/";
        List<String> others = paths.stream()
                .filter(path -> path.startsWith(below) && path.endsWith("/" + SETTINGS))
                .map(path -> path.substring(0, path.length() - SETTINGS.length()))
                .filter(other -> !other.equals(below))
                .toList();
        return others.isEmpty()
                ? paths
                : paths.stream()
                        .filter(path -> others.stream().noneMatch(path::startsWith))
                        .toList();
    }

    /** A directory whose pg_hba.conf another cluster's hba_file names is a part of that cluster. */
    private static List<Cluster> withoutParts(List<Cluster> clusters, Set<String> declared) {
        Set<String> used = new HashSet<>();
        for (Cluster cluster : clusters) {
            if (cluster.settings().isPresent()) {
                cluster.files().values().forEach(file -> file.path().ifPresent(used::add));
            }
        }
        return clusters.stream()
                .filter(cluster -> cluster.settings().isPresent()
                        || declared.contains(cluster.directory())
                        || cluster.hba()
                                .filter(hba -> used.contains(hba.file().path()))
                                .isEmpty())
                .toList();
    }

    private ClusterDefinition define(String directory, Optional<ClusterPolicy> declared) {
        List<String> serverNames = new ArrayList<>(request.serverNames());
        declared.ifPresent(cluster -> serverNames.addAll(cluster.serverNames()));
        return new ClusterDefinition(
                declared.map(ClusterPolicy::name).orElse(ClusterDefinition.nameOf(directory)),
                directory,
                request.postgresql()
                        .or(() -> declared.flatMap(ClusterPolicy::postgresql))
                        .or(policy::postgresql),
                policy.without(),
                declared.flatMap(ClusterPolicy::openSsl).or(policy::openSsl),
                declared.flatMap(ClusterPolicy::dedicatedClientCa),
                serverNames.stream().distinct().toList(),
                declared.map(ClusterPolicy::clientCertificates).orElse(List.of()),
                declared.filter(ClusterPolicy::clientCertificatesComplete).isPresent(),
                declared.map(ClusterPolicy::expectedClients).orElse(List.of()),
                policy.keptElsewhere());
    }

    /** Returns what of a cluster's files could not be looked at, whatever rules there are. */
    List<NotChecked> notChecked(Cluster cluster) {
        List<NotChecked> all = new ArrayList<>();
        cluster.reading()
                .unread()
                .filter(unread -> unread.why() == UnreadFile.Why.NOT_IN_TREE)
                .forEach(unread -> all.add(new NotChecked(
                        cluster.name(),
                        unread.name(),
                        "is not in the linted directory; add a path mapping to pgmtls.yaml",
                        Optional.of(unread.place()))));
        cluster.hosts()
                .filter(hosts -> !hosts.records().isEmpty())
                .ifPresent(hosts -> all.add(new NotChecked(
                        cluster.name(),
                        hosts.file().path(),
                        "the server takes certificates from the files that it names, and they are not looked at",
                        Optional.empty())));
        cluster.files().values().stream()
                .sorted((a, b) -> a.role().compareTo(b.role()))
                .forEach(file -> notChecked(cluster, file).ifPresent(all::add));
        return all;
    }

    private static Optional<NotChecked> notChecked(Cluster cluster, ServerFile file) {
        if (file.failure().filter(f -> f.reason() == FileRead.Reason.OUTSIDE).isPresent()) {
            return Optional.of(new NotChecked(
                    cluster.name(),
                    file.name(),
                    file.role().words() + " is a symbolic link that leads out of the linted directory",
                    file.setBy()));
        }
        if (file.keptElsewhere() || (file.path().isPresent() && !file.assumed())) {
            return Optional.empty();
        }
        String what = file.role().words() + " is not in the linted directory; ";
        String way = file.assumed()
                ? file.path().orElse("")
                        + " was read instead; add a path mapping to pgmtls.yaml to say that it is that file"
                : "add a path mapping or kept-elsewhere to pgmtls.yaml";
        return Optional.of(new NotChecked(cluster.name(), file.name(), what + way, file.setBy()));
    }

    LintReport.Coverage coverage(int rules) {
        Set<String> files = new HashSet<>();
        int certificates = 0;
        for (Cluster cluster : clusters) {
            cluster.settings().ifPresent(settings -> addAll(files, settings.files()));
            cluster.hba().ifPresent(hba -> addAll(files, hba.files()));
            cluster.ident().ifPresent(ident -> addAll(files, ident.files()));
            for (PemFile pem : pemFiles(cluster)) {
                if (files.add(pem.file().path())) {
                    certificates += pem.certificates().size();
                }
            }
        }
        return new LintReport.Coverage(files.size(), certificates, rules);
    }

    private static void addAll(Set<String> paths, List<SourceFile> files) {
        files.forEach(file -> paths.add(file.path()));
    }

    private static List<PemFile> pemFiles(Cluster cluster) {
        return Stream.of(
                        cluster.credentials().serverCertificate().stream(),
                        cluster.credentials().serverKey().stream(),
                        cluster.credentials().clientCa().stream(),
                        cluster.credentials().revocationList().stream(),
                        cluster.credentials().clients().stream())
                .flatMap(stream -> stream)
                .toList();
    }
}
