package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.HbaRecord;
import io.github.pgmtls.lint.config.HostsRecord;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.IOCase;

/**
 * Finds the files that settings or defaults name. Source: {@code SelectConfigFiles} in
 * {@code src/backend/utils/misc/guc.c}; documentation, section "File Locations".
 */
final class ServerFiles {

    /** A revocation list of half a million certificates fits. */
    private static final int MOST_BYTES_OF_CREDENTIALS = 32 << 20;

    /** Where a name has a directory before it: at {@code ..}, and at a slash or a dot at the end. */
    private static final Pattern DIRECTORIES = Pattern.compile("(?<=.)/+(\\.\\.(?=/|\\z)|\\.?\\z)");

    private final FileTree tree;
    private final ServerPaths paths;
    private final ClusterDefinition definition;
    private final Optional<Settings> settings;
    private final Optional<String> dataDirectory;

    ServerFiles(FileTree tree, ServerPaths paths, ClusterDefinition definition, Optional<Settings> settings) {
        this.tree = tree;
        this.paths = paths;
        this.definition = definition;
        this.settings = settings;
        this.dataDirectory = dataDirectory();
    }

    Map<Role, ServerFile> all() {
        Map<Role, ServerFile> files = new EnumMap<>(Role.class);
        Optional<String> directory = Optional.of(definition.directory());
        // a relative hba_file starts where the server was started, which nobody can tell: most likely where it is
        // looked for
        put(files, Role.SETTINGS, "postgresql.conf", directory, directory);
        put(files, Role.HBA, "pg_hba.conf", directory, directory);
        put(files, Role.IDENT, "pg_ident.conf", directory, directory);
        if (settings.flatMap(own -> own.bool("ssl_sni")).orElse(false)) {
            put(files, Role.HOSTS, "pg_hosts.conf", directory, directory);
        }
        if (settings.isPresent()) {
            put(files, Role.SERVER_CERTIFICATE, "server.crt", dataDirectory, dataDirectory);
            put(files, Role.SERVER_KEY, "server.key", dataDirectory, dataDirectory);
            put(files, Role.CLIENT_CA, "", dataDirectory, dataDirectory);
            put(files, Role.REVOCATION_LIST, "", dataDirectory, dataDirectory);
            put(files, Role.REVOCATION_DIRECTORY, "", dataDirectory, dataDirectory);
        }
        return files;
    }

    /** Returns the files for the clients of a record of pg_hosts.conf, whose paths start in the data directory. */
    Map<Role, ServerFile> all(HostsRecord host) {
        Map<Role, ServerFile> files = new EnumMap<>(all());
        files.put(Role.SERVER_CERTIFICATE, file(Role.SERVER_CERTIFICATE, host.certificate()));
        files.put(Role.SERVER_KEY, file(Role.SERVER_KEY, host.key()));
        files.remove(Role.CLIENT_CA);
        host.ca().ifPresent(ca -> files.put(Role.CLIENT_CA, file(Role.CLIENT_CA, ca)));
        return files;
    }

    private ServerFile file(Role role, AuthToken named) {
        return file(role, named.value(), Optional.of(HbaRecord.locationOf(named)), dataDirectory);
    }

    /** Returns the place of the data directory in the tree; nothing if it is elsewhere. */
    private Optional<String> dataDirectory() {
        String configured =
                settings.isPresent() ? settings.get().value("data_directory").orElse("") : "";
        return configured.isEmpty()
                ? Optional.of(definition.directory())
                : paths.resolve(configured, definition.directory());
    }

    private void put(
            Map<Role, ServerFile> files,
            Role role,
            String standardName,
            Optional<String> standardDirectory,
            Optional<String> relativeTo) {
        Optional<EffectiveSetting> effective =
                settings.isPresent() ? settings.get().effective(role.parameter()) : Optional.empty();
        Optional<Location> setBy = setBy(effective);
        String configured = setBy.isPresent() ? effective.orElseThrow().value().orElse("") : "";
        if (configured.isEmpty() && (standardName.isEmpty() || setBy.isPresent())) {
            return;
        }
        String name = configured.isEmpty() ? standardName : configured;
        files.put(role, file(role, name, setBy, configured.isEmpty() ? standardDirectory : relativeTo));
    }

    private ServerFile file(Role role, String name, Optional<Location> setBy, Optional<String> directory) {
        Optional<String> named = resolve(name, directory);
        Optional<String> path = named.isPresent() ? named : beside(role, name);
        boolean assumed = named.isEmpty() && path.isPresent();
        boolean elsewhere = isKeptElsewhere(name, named);
        Optional<FileRead> read = path.isPresent()
                ? Optional.of(obstacle(role, name, directory).orElseGet(() -> read(role, path.get())))
                : Optional.empty();
        // owner and mode matter of keys alone, and what git knows costs time to ask
        Optional<FileFacts> facts =
                role == Role.SERVER_KEY && path.isPresent() ? tree.facts(path.get()) : Optional.empty();
        return new ServerFile(role, name, setBy, path, assumed, elsewhere, read, facts);
    }

    private static Optional<Location> setBy(Optional<EffectiveSetting> effective) {
        return effective.isPresent() && effective.get().setting().isPresent()
                ? Optional.of(effective.get().setting().get().valuePlace())
                : Optional.empty();
    }

    private Optional<String> resolve(String name, Optional<String> directory) {
        if (name.startsWith("/")) {
            return paths.resolve(name, "");
        }
        return directory.isPresent() ? paths.resolve(name, directory.get()) : Optional.empty();
    }

    /** Who keeps an authentication file beside postgresql.conf most likely means that one, wherever it is deployed. */
    private Optional<String> beside(Role role, String name) {
        boolean authentication = role == Role.HBA || role == Role.IDENT;
        String file = ServerPaths.nameOf(name);
        if (!authentication || file.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> path = paths.resolve(file, definition.directory());
        return path.isPresent() && tree.read(path.get()) instanceof FileRead.Content ? path : Optional.empty();
    }

    private FileRead read(Role role, String path) {
        FileRead read = tree.read(path);
        int limit = switch (role) {
            case HBA, IDENT, HOSTS -> Integer.MAX_VALUE;
            case SETTINGS -> Settings.MAX_BYTES;
            default -> MOST_BYTES_OF_CREDENTIALS;
        };
        return read instanceof FileRead.Content content
                        && content.file().content().length() > limit
                ? new FileRead.Failure(FileRead.Reason.TOO_LARGE, "is larger than " + limit + " bytes")
                : read;
    }

    /**
     * Returns why the system does not get to a file of TLS, whose name the server leaves as it is: a slash at its end
     * wants a directory, and {@code ..} leads back only from one that is there.
     */
    private Optional<FileRead> obstacle(Role role, String name, Optional<String> directory) {
        return isOpenedAsWritten(role)
                ? DIRECTORIES
                        .matcher(name)
                        .results()
                        .map(passed -> resolve(name.substring(0, passed.start()), directory))
                        .flatMap(Optional::stream)
                        .map(tree::read)
                        .map(ServerFiles::whyNoDirectory)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isOpenedAsWritten(Role role) {
        return switch (role) {
            case SERVER_CERTIFICATE, SERVER_KEY, CLIENT_CA, REVOCATION_LIST -> true;
            case SETTINGS, HBA, IDENT, HOSTS, REVOCATION_DIRECTORY -> false;
        };
    }

    private static Optional<FileRead> whyNoDirectory(FileRead read) {
        if (!(read instanceof FileRead.Failure failure)) {
            return Optional.of(new FileRead.Failure(FileRead.Reason.NOT_A_DIRECTORY, "not a directory"));
        }
        return switch (failure.reason()) {
            case DIRECTORY, OUTSIDE, UNREADABLE -> Optional.empty();
            case ABSENT, NOT_A_DIRECTORY, NOT_REGULAR, TOO_LARGE -> Optional.of(failure);
        };
    }

    private boolean isKeptElsewhere(String name, Optional<String> path) {
        for (String pattern : definition.keptElsewhere()) {
            if (matches(pattern, name) || (path.isPresent() && matches(pattern, path.get()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String path) {
        return FilenameUtils.wildcardMatch(path, pattern, IOCase.SENSITIVE);
    }
}
