package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthMethod;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.testing.postgres.LogEntry;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.Reload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Has a real server read authentication files. */
final class ServerReader {

    private static final Pattern CONTEXT = Pattern.compile("line (\\d+) of configuration file \"(.*)\"");

    private final RealPostgres server;
    private final String data;
    private final boolean numbered;
    private DataFiles present = new DataFiles(Map.of());

    ServerReader(RealPostgres server) {
        this.server = server;
        this.data = server.dataDirectory().toString();
        this.numbered = server.version().isAtLeast(16);
        // at this level the view tells the messages that a load of the file would log
        server.query("set client_min_messages = debug3");
    }

    /** Puts files into the data directory in the place of those of the last call. */
    void put(DataFiles files) {
        present.entries().keySet().stream()
                .map(path -> path.replaceFirst("/.*", ""))
                .distinct()
                .forEach(server::delete);
        files.entries().forEach(this::put);
        present = files;
    }

    private void put(String path, DataFiles.Entry entry) {
        if (entry instanceof DataFiles.Entry.Content content) {
            server.write(path, content.bytes());
        } else if (entry instanceof DataFiles.Entry.Unreadable) {
            server.write(path, new byte[0], "---------");
        } else {
            Path target = server.dataDirectory().resolve(path);
            try {
                Files.createDirectories(target.getParent());
                if (entry instanceof DataFiles.Entry.Link link) {
                    Files.createSymbolicLink(target, Path.of(link.target()));
                } else {
                    Files.createDirectory(target);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns what the view and a reload say to the file. */
    Reading read(AuthFile file) {
        Reload reload = server.reload();
        boolean accepted = file == AuthFile.HBA ? reload.hbaAccepted() : reload.identAccepted();
        List<Map<String, String>> rows = rows(file);
        return new Reading(accepted, rows, complaints(reload.log(), refused(file, rows)));
    }

    private Set<String> refused(AuthFile file, List<Map<String, String>> rows) {
        return rows.stream()
                .filter(row -> !row.containsKey("type"))
                .map(row -> row.getOrDefault("file_name", file.path()) + ":" + row.get("line_number") + ": ")
                .collect(Collectors.toSet());
    }

    /**
     * Returns the complaints that the linter should have too. It tells of a line only what refuses it; it does not mind a
     * missing file that need not exist, nor an LDAP scheme of which the server only says that it is strange.
     */
    private List<String> complaints(List<LogEntry> log, Set<String> refused) {
        List<String> complaints = new ArrayList<>();
        for (LogEntry entry : log) {
            boolean minor = entry.message().startsWith("invalid ldapscheme value")
                    || (entry.message().contains(" record cannot match ") && refused.contains(place(entry)));
            if (entry.message().startsWith("skipping missing authentication file")) {
                complaints.remove(complaints.size() - 1);
            }
            if (!entry.sqlState().equals("00000") && !minor) {
                complaints.add(complaint(entry));
            }
        }
        return complaints;
    }

    private List<Map<String, String>> rows(AuthFile file) {
        if (!file.hasView(server.version())) {
            return List.of();
        }
        List<Map<String, String>> rows = new ArrayList<>();
        for (Map<String, String> row : server.query(file.query(numbered))) {
            Map<String, String> relative = new LinkedHashMap<>();
            row.forEach((column, value) -> relative.put(column, column(column, value)));
            rows.add(relative);
        }
        return rows;
    }

    private String column(String name, String value) {
        return switch (name) {
            case "error" -> ServerMessage.of(relative(value));
            case "file_name" -> file(value, data);
            default -> relative(value);
        };
    }

    private String complaint(LogEntry entry) {
        String hint = entry.hint().isEmpty() ? "" : " HINT: " + entry.hint();
        String message = entry.message()
                .replaceFirst("(?s)(authentication file token too long), skipping: .*", "$1")
                // the linter keeps secrets to itself
                .replaceFirst("(?s)(could not parse RADIUS secret list ).*", "$1\"***\"");
        return place(entry) + ServerMessage.of(relative(message)) + hint;
    }

    private String place(LogEntry entry) {
        Matcher matcher = CONTEXT.matcher(entry.context());
        return matcher.find() ? file(matcher.group(2), data) + ":" + matcher.group(1) + ": " : "";
    }

    /** Returns the path of a file without detours, which the server keeps in an absolute path. */
    static String file(String path, String data) {
        if (!path.startsWith(data + "/")) {
            return relative(path, data);
        }
        String below = path.substring(data.length()).replaceFirst("^/+", "");
        return ServerPaths.normalize(below).orElse(below);
    }

    private String relative(String text) {
        return relative(text, data);
    }

    /** Returns a text without the path of the data directory. */
    static String relative(String text, String data) {
        return text.replace(data + "/", "").replace(data, ".");
    }

    /** Returns what the linter must be told of this server. */
    ServerFacts facts() {
        return new ServerFacts(
                server.version(),
                missingMethods(),
                setting("ssl").equals("on"),
                !server.version().isAtLeast(17) && setting("db_user_namespace").equals("on"),
                server.version().isAtLeast(18) ? setting("oauth_validator_libraries") : "");
    }

    private String setting(String name) {
        return server.query("select current_setting('" + name + "') as value")
                .get(0)
                .getOrDefault("value", "");
    }

    private Set<AuthMethod> missingMethods() {
        List<AuthMethod> methods = List.of(AuthMethod.values());
        server.write(
                AuthFile.HBA.path(),
                methods.stream()
                        .map(method -> "host all all all " + method.keyword() + "\n")
                        .collect(Collectors.joining()));
        Set<AuthMethod> missing = new HashSet<>();
        for (Map<String, String> row :
                server.query("select line_number from pg_hba_file_rules where error like '%by this build'")) {
            missing.add(methods.get(Integer.parseInt(row.getOrDefault("line_number", "")) - 1));
        }
        server.write(AuthFile.HBA.path(), "local all all trust\n");
        return missing;
    }

    static byte[] bytes(String byteText) {
        return byteText.getBytes(StandardCharsets.ISO_8859_1);
    }
}
