package io.github.pgmtls.lint.cluster;

import io.github.pgmtls.lint.cluster.ServerFile.Role;
import io.github.pgmtls.lint.config.EffectiveSetting;
import io.github.pgmtls.lint.config.Setting;
import io.github.pgmtls.lint.config.Settings;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.FileFacts;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.io.IOCase;

/**
 * Finds the files that settings or defaults name. Source: {@code SelectConfigFiles} in
 * {@code src/backend/utils/misc/guc.c}; documentation, section "File Locations".
 */
final class ServerFiles {

    /** A revocation list of half a million certificates fits. */
    private static final int MOST_BYTES_OF_CREDENTIALS = 32 << 20;

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

    /** Returns the place of the data directory in the tree; nothing if it is elsewhere. */
    private Optional<String> dataDirectory() {
        Optional<String> configured =
                settings.flatMap(s -> s.value("data_directory")).filter(path -> !path.isEmpty());
        return configured.isEmpty()
                ? Optional.of(definition.directory())
                : paths.resolve(configured.get(), definition.directory());
    }

    private void put(
            Map<Role, ServerFile> files,
            Role role,
            String standardName,
            Optional<String> standardDirectory,
            Optional<String> relativeTo) {
        Optional<EffectiveSetting> effective = settings.flatMap(s -> s.effective(role.parameter()));
        Optional<Location> setBy = effective.flatMap(EffectiveSetting::setting).map(Setting::valuePlace);
        Optional<String> configured =
                effective.flatMap(EffectiveSetting::value).filter(value -> setBy.isPresent() && !value.isEmpty());
        if (configured.isEmpty() && (standardName.isEmpty() || setBy.isPresent())) {
            return;
        }
        String name = configured.orElse(standardName);
        Optional<String> directory = configured.isPresent() ? relativeTo : standardDirectory;
        Optional<String> named =
                name.startsWith("/") ? paths.resolve(name, "") : directory.flatMap(from -> paths.resolve(name, from));
        Optional<String> path = named.or(() -> beside(role, name));
        boolean assumed = named.isEmpty() && path.isPresent();
        boolean elsewhere = isKeptElsewhere(name, named);
        Optional<FileRead> read = path.map(p -> read(role, p));
        // owner and mode matter of keys alone, and what git knows costs time to ask
        Optional<FileFacts> facts = path.filter(p -> role == Role.SERVER_KEY).flatMap(tree::facts);
        files.put(role, new ServerFile(role, name, setBy, path, assumed, elsewhere, read, facts));
    }

    /** Who keeps an authentication file beside postgresql.conf most likely means that one, wherever it is deployed. */
    private Optional<String> beside(Role role, String name) {
        boolean authentication = role == Role.HBA || role == Role.IDENT;
        return Optional.of(name.substring(name.lastIndexOf('/') + 1))
                .filter(file -> authentication && !file.isEmpty())
                .flatMap(file -> paths.resolve(file, definition.directory()))
                .filter(path -> tree.read(path) instanceof FileRead.Content);
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

    private boolean isKeptElsewhere(String name, Optional<String> path) {
        return definition.keptElsewhere().stream()
                .anyMatch(pattern -> matches(pattern, name)
                        || path.filter(p -> matches(pattern, p)).isPresent());
    }

    private static boolean matches(String pattern, String path) {
        return FilenameUtils.wildcardMatch(path, pattern, IOCase.SENSITIVE);
    }
}
