package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HostsFile;
import io.github.pgmtls.lint.config.HostsRecord;
import io.github.pgmtls.lint.config.IdentFile;
import io.github.pgmtls.lint.config.ServerFacts;
import io.github.pgmtls.lint.config.ServerStart;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.x509.HashedDirectory;
import io.github.pgmtls.lint.x509.PemFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the files of a cluster. */
public final class ClusterLoader {

    private final FileTree tree;
    private final ServerPaths paths;

    /** Makes a loader for a tree whose server paths are found by {@code paths}. */
    public ClusterLoader(FileTree tree, ServerPaths paths) {
        this.tree = tree;
        this.paths = paths;
    }

    /**
     * Reads a cluster. Never fails: what cannot be read is absent from the result, and the {@link ServerFile} tells why.
     *
     * @param candidates paths of files of the tree: at least those in the directory of the cluster, among which client certificates are
     *     looked for
     */
    public Cluster load(ClusterDefinition definition, List<String> candidates) {
        Optional<PostgresVersion> declared = definition.declaredVersion();
        if (declared.isEmpty()) {
            declared = versionFile(definition);
        }
        PostgresVersion version = declared.orElse(Cluster.ASSUMED_VERSION);
        Optional<SourceFile> conf = settingsFile(definition);
        Optional<Settings> settings = readSettings(conf, version);
        Map<Role, ServerFile> files = new ServerFiles(tree, paths, definition, settings).all();
        Reading reading = read(definition, version, settings, files);
        List<Verdict> verdicts = new ArrayList<>();
        verdicts.add(reading.verdict());
        if (declared.isEmpty()) {
            for (PostgresVersion other : PostgresVersion.all()) {
                if (!other.equals(version)) {
                    verdicts.add(read(definition, other, readSettings(conf, other), files)
                            .verdict());
                }
            }
        }
        List<PemFile> clients = new ClientCertificates(tree, definition, files).read(candidates);
        List<HostFiles> hosts = hostFiles(definition, settings, reading, clients);
        Optional<HostFiles> usual = usualHost(reading, hosts);
        return new Cluster(
                definition,
                reading,
                verdicts,
                reading.hba().isPresent() ? reading.hba().get().records() : List.of(),
                reading.hba().isPresent() ? reading.hba().get().meantRecords() : List.of(),
                usual.isPresent() ? usual.get().files() : files,
                usual.isPresent() ? usual.get().credentials() : credentials(definition, files, clients),
                hosts);
    }

    private List<HostFiles> hostFiles(
            ClusterDefinition definition, Optional<Settings> settings, Reading reading, List<PemFile> clients) {
        List<HostFiles> hosts = new ArrayList<>();
        if (reading.hosts().isPresent() && reading.hosts().get().isInForce()) {
            for (HostsRecord entry : reading.hosts().get().records()) {
                Map<Role, ServerFile> files = new ServerFiles(tree, paths, definition, settings).all(entry);
                hosts.add(new HostFiles(entry, files, credentials(definition, files, clients)));
            }
        }
        return hosts;
    }

    private static Optional<HostFiles> usualHost(Reading reading, List<HostFiles> hosts) {
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        Optional<HostsRecord> entry = reading.hosts().orElseThrow().recordFor(Optional.empty());
        return hosts.stream()
                .filter(host -> entry.filter(host.entry()::equals).isPresent())
                .findFirst()
                .or(() -> Optional.of(hosts.get(0)));
    }

    private Credentials credentials(ClusterDefinition definition, Map<Role, ServerFile> files, List<PemFile> clients) {
        return new Credentials(
                pem(content(files, Role.SERVER_CERTIFICATE)),
                pem(content(files, Role.SERVER_KEY)),
                pem(content(files, Role.CLIENT_CA)),
                pem(content(files, Role.REVOCATION_LIST)),
                revocationDirectory(files),
                spareRoot(definition, files),
                clients);
    }

    private static Optional<PemFile> pem(Optional<SourceFile> file) {
        return file.isPresent() ? Optional.of(PemFile.parse(file.get())) : Optional.empty();
    }

    private Optional<HashedDirectory> revocationDirectory(Map<Role, ServerFile> files) {
        ServerFile file = files.get(Role.REVOCATION_DIRECTORY);
        return file != null
                        && file.failed(FileRead.Reason.DIRECTORY)
                        && file.path().isPresent()
                ? Optional.of(HashedDirectory.read(tree, file.path().get()))
                : Optional.empty();
    }

    private Optional<PemFile> spareRoot(ClusterDefinition definition, Map<Role, ServerFile> files) {
        return files.containsKey(Role.CLIENT_CA) ? Optional.empty() : pem(text(inDirectory(definition, "root.crt")));
    }

    private Optional<SourceFile> settingsFile(ClusterDefinition definition) {
        Optional<SourceFile> file = text(inDirectory(definition, "postgresql.conf"));
        return file.isPresent() && file.get().content().length() <= Settings.MAX_BYTES ? file : Optional.empty();
    }

    private Optional<Settings> readSettings(Optional<SourceFile> file, PostgresVersion version) {
        return file.isPresent()
                ? Optional.of(Settings.read(file.get(), tree, paths, version, ServerStart.plain()))
                : Optional.empty();
    }

    private Reading read(
            ClusterDefinition definition,
            PostgresVersion version,
            Optional<Settings> settings,
            Map<Role, ServerFile> files) {
        ServerFacts server = facts(definition, version, settings);
        Optional<SourceFile> hba = content(files, Role.HBA);
        Optional<SourceFile> ident = content(files, Role.IDENT);
        return new Reading(
                server,
                settings,
                hba.isPresent() ? Optional.of(HbaFile.read(hba.get(), tree, paths, server)) : Optional.empty(),
                ident.isPresent() ? Optional.of(IdentFile.read(ident.get(), tree, paths, server)) : Optional.empty(),
                readHosts(content(files, Role.HOSTS), version));
    }

    private Optional<HostsFile> readHosts(Optional<SourceFile> file, PostgresVersion version) {
        return file.isPresent() && version.isAtLeast(HostsFile.SINCE)
                ? Optional.of(HostsFile.read(file.get(), tree, paths, version))
                : Optional.empty();
    }

    /** A copied data directory tells its version itself. */
    private Optional<PostgresVersion> versionFile(ClusterDefinition definition) {
        Optional<SourceFile> file = text(inDirectory(definition, "PG_VERSION"));
        String content = file.isPresent() ? file.get().content().strip() : "";
        return content.matches("1[0-9]")
                ? Optional.of(new PostgresVersion(Integer.parseInt(content)))
                : Optional.empty();
    }

    private static ServerFacts facts(
            ClusterDefinition definition, PostgresVersion version, Optional<Settings> settings) {
        // without a postgresql.conf nothing is known of ssl; records are then read as if it were on
        if (settings.isEmpty()) {
            return new ServerFacts(version, definition.without(), true, false, "");
        }
        Settings known = settings.get();
        return new ServerFacts(
                version,
                definition.without(),
                known.bool("ssl").orElse(false),
                known.bool("db_user_namespace").orElse(false),
                known.value("oauth_validator_libraries").orElse(""));
    }

    private static String inDirectory(ClusterDefinition definition, String name) {
        return ServerPaths.join(definition.directory(), name);
    }

    private Optional<SourceFile> text(String path) {
        return tree.read(path) instanceof FileRead.Content content ? Optional.of(content.file()) : Optional.empty();
    }

    private static Optional<SourceFile> content(Map<Role, ServerFile> files, Role role) {
        ServerFile file = files.get(role);
        return file == null ? Optional.empty() : file.content();
    }
}
