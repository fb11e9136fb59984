package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.config.HbaFile;
import io.github.pgmtls.lint.config.HostsFile;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param allPaths all files of the tree, among which client certificates are looked for
     */
    public Cluster load(ClusterDefinition definition, List<String> allPaths) {
        Optional<PostgresVersion> declared = definition.declaredVersion().or(() -> versionFile(definition));
        PostgresVersion version = declared.orElse(Cluster.ASSUMED_VERSION);
        Optional<SourceFile> conf = text(inDirectory(definition, "postgresql.conf"))
                .filter(file -> file.content().length() <= Settings.MAX_BYTES);
        Optional<Settings> settings = conf.map(file -> readSettings(file, version));
        Map<Role, ServerFile> files = new ServerFiles(tree, paths, definition, settings).all();
        Reading reading = read(definition, version, settings, files);
        Stream<Verdict> others = declared.isPresent()
                ? Stream.empty()
                : PostgresVersion.all().stream()
                        .filter(other -> !other.equals(version))
                        .map(other -> read(definition, other, conf.map(file -> readSettings(file, other)), files))
                        .map(Reading::verdict);
        Credentials credentials = new Credentials(
                content(files, Role.SERVER_CERTIFICATE).map(PemFile::parse),
                content(files, Role.SERVER_KEY).map(PemFile::parse),
                content(files, Role.CLIENT_CA).map(PemFile::parse),
                content(files, Role.REVOCATION_LIST).map(PemFile::parse),
                revocationDirectory(files),
                spareRoot(definition, files),
                new ClientCertificates(tree, definition, files).read(allPaths));
        return new Cluster(
                definition,
                reading,
                Stream.concat(Stream.of(reading.verdict()), others).toList(),
                reading.hba().map(HbaFile::records).orElse(List.of()),
                reading.hba().map(HbaFile::meantRecords).orElse(List.of()),
                files,
                credentials);
    }

    private Optional<HashedDirectory> revocationDirectory(Map<Role, ServerFile> files) {
        return Optional.ofNullable(files.get(Role.REVOCATION_DIRECTORY))
                .filter(file -> file.failure()
                        .filter(failure -> failure.reason() == FileRead.Reason.DIRECTORY)
                        .isPresent())
                .flatMap(ServerFile::path)
                .map(path -> HashedDirectory.read(tree, path));
    }

    private Optional<PemFile> spareRoot(ClusterDefinition definition, Map<Role, ServerFile> files) {
        return files.containsKey(Role.CLIENT_CA)
                ? Optional.empty()
                : text(inDirectory(definition, "root.crt")).map(PemFile::parse);
    }

    private Settings readSettings(SourceFile file, PostgresVersion version) {
        return Settings.read(file, tree, paths, version, ServerStart.plain());
    }

    private Reading read(
            ClusterDefinition definition,
            PostgresVersion version,
            Optional<Settings> settings,
            Map<Role, ServerFile> files) {
        ServerFacts server = facts(definition, version, settings);
        return new Reading(
                server,
                settings,
                content(files, Role.HBA).map(file -> HbaFile.read(file, tree, paths, server)),
                content(files, Role.IDENT).map(file -> IdentFile.read(file, tree, paths, server)),
                content(files, Role.HOSTS)
                        .filter(file -> version.isAtLeast(HostsFile.SINCE))
                        .map(file -> HostsFile.read(file, tree, paths, version)));
    }

    /** A copied data directory tells its version itself. */
    private Optional<PostgresVersion> versionFile(ClusterDefinition definition) {
        return text(inDirectory(definition, "PG_VERSION"))
                .map(file -> file.content().strip())
                .filter(text -> text.matches("1[0-9]"))
                .map(text -> new PostgresVersion(Integer.parseInt(text)));
    }

    private static ServerFacts facts(
            ClusterDefinition definition, PostgresVersion version, Optional<Settings> settings) {
        // without a postgresql.conf nothing is known of ssl; records are then read as if it were on
        boolean tls = settings.flatMap(s -> s.bool("ssl")).orElse(settings.isEmpty());
        boolean dbUserNamespace =
                settings.flatMap(s -> s.bool("db_user_namespace")).orElse(false);
        String validators =
                settings.flatMap(s -> s.value("oauth_validator_libraries")).orElse("");
        return new ServerFacts(version, definition.without(), tls, dbUserNamespace, validators);
    }

    private static String inDirectory(ClusterDefinition definition, String name) {
        return definition.directory().isEmpty() ? name : definition.directory() + "/" + name;
    }

    private Optional<SourceFile> text(String path) {
        return tree.read(path) instanceof FileRead.Content content ? Optional.of(content.file()) : Optional.empty();
    }

    private static Optional<SourceFile> content(Map<Role, ServerFile> files, Role role) {
        return Optional.ofNullable(files.get(role)).flatMap(ServerFile::content);
    }
}
