package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.ParameterContext;
import io.github.pgmtls.lint.postgres.ParameterVerdict;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.InMemoryTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.testing.postgres.LogEntry;
import io.github.pgmtls.lint.testing.postgres.RealPostgres;
import io.github.pgmtls.lint.testing.postgres.StartVerdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares what the model and a real server make of the same files.
 *
 * <p>The view {@code pg_file_settings} reads the files anew each time, in a transaction, and compares parameters that
 * need a restart with the running server's. With {@code client_min_messages} lowered the server also tells the messages
 * of its checks, which shows what it thinks of those values too.
 */
final class SettingsOracle {

    private static final ServerStart START = new ServerStart(Optional.of(""), List.of());

    private static final String QUERY = "select sourcefile, sourceline, seqno, name, setting, applied, error"
            + " from pg_file_settings order by seqno";

    /** These look at the transaction in which the view runs. */
    private static final Set<String> TRANSACTION_PARAMETERS = Set.of(
            "transaction_isolation",
            "transaction_read_only",
            "transaction_deferrable",
            "session_authorization",
            "role",
            "default_tablespace");

    /** Only a start looks at the addresses to listen at. */
    private static final String ONLY_AT_THE_START = "listen_addresses";

    private static final Pattern QUOTED_PATH = Pattern.compile("\"(/[^\"]*)\"");

    private static final Pattern NEEDS_RESTART =
            Pattern.compile("parameter \"([^\"]*)\" cannot be changed without restarting the server");

    private static final Pattern SUBJECT = Pattern.compile(
            "(syntax error|unrecognized configuration|empty configuration|could not open configuration"
                    + "|could not stat file"
                    + "|configuration file recursion"
                    + "|input in flex|invalid value|parameter \"|.* is outside the valid range|tables declared)"
                    + ".*",
            Pattern.DOTALL);

    private final RealPostgres server;
    private int comparedFiles;
    private int comparedRows;

    SettingsOracle(RealPostgres server) {
        this.server = server;
        server.query("set client_min_messages = debug3");
    }

    /** Puts files into the server's data directory; {@code postgresql.conf} is among them. */
    void write(Map<String, String> files) {
        files.forEach((path, content) -> server.write(path, here(content)));
    }

    void delete(Map<String, String> files) {
        files.keySet().stream()
                .map(path -> path.contains("/") ? path.substring(0, path.indexOf('/')) : path)
                .filter(path -> !path.equals("postgresql.conf"))
                .forEach(server::delete);
    }

    Settings model(Map<String, String> files) {
        List<SourceFile> sources = files.entrySet().stream()
                .map(file -> SourceFile.of(file.getKey(), here(file.getValue()).getBytes(StandardCharsets.ISO_8859_1)))
                .toList();
        InMemoryTree tree = InMemoryTree.ofFiles(sources);
        SourceFile main = ((FileRead.Content) tree.read("postgresql.conf")).file();
        ServerPaths paths = ServerPaths.of(tree, Map.of(server.dataDirectory().toString(), ""));
        return Settings.read(main, tree, paths, server.version(), START);
    }

    private String here(String content) {
        return content.replace(DataFiles.DATA, server.dataDirectory().toString());
    }

    /** Returns what differs between the rows and messages of the view and those of the model. */
    List<String> differencesOfView(Map<String, String> files) {
        Settings settings = model(files);
        // The first look makes the server know the custom names, as a server knows them that has started with the
        // files.
        server.query(QUERY);
        List<Map<String, String>> rows = server.query(QUERY);
        List<String> messages = server.notices().stream()
                .map(LogEntry::message)
                .map(this::relative)
                .filter(message -> SUBJECT.matcher(message).matches())
                .toList();
        List<String> differences = new ArrayList<>();
        List<FileSettingRow> expected = settings.rows();
        comparedFiles++;
        comparedRows += rows.size();
        if (rows.size() != expected.size()) {
            differences.add(rows.size() + " rows, model " + expected.size());
        }
        Set<String> unjudged = unjudged(settings);
        Set<String> unseen = new HashSet<>(unjudged);
        unseen.add(ONLY_AT_THE_START);
        settings.all().stream().filter(this::isUnseen).map(Setting::name).forEach(unseen::add);
        Set<String> restart = restart(messages);
        for (int i = 0; i < Math.min(rows.size(), expected.size()); i++) {
            FileSettingRow row = expected.get(i);
            Map<String, String> real = rows.get(i);
            boolean verdictKnown =
                    row.name().map(name -> !unjudged.contains(name)).orElse(true);
            boolean pending = row.applied()
                    && row.name()
                            .map(name -> restart.contains(canonical(settings, name)))
                            .orElse(false);
            String got = text(real, verdictKnown && !pending);
            String want = text(row, verdictKnown && !pending);
            if (!got.equals(want)) {
                differences.add("row " + (i + 1) + ": server " + got + ", model " + want);
            }
        }
        compareMessages(settings, unseen, messages, differences);
        return differences;
    }

    /** Up to 11 the view does not look at values of parameters that belong to the start of a connection. */
    private boolean isUnseen(Setting setting) {
        ParameterContext context = setting.parameter().map(p -> p.context()).orElse(ParameterContext.USER);
        boolean ofConnection = context == ParameterContext.BACKEND || context == ParameterContext.SUPERUSER_BACKEND;
        return ofConnection && !server.version().isAtLeast(12);
    }

    private void compareMessages(
            Settings settings, Set<String> unjudged, List<String> messages, List<String> differences) {
        List<String> got = new ArrayList<>();
        for (String message : messages) {
            boolean known = unjudged.stream()
                    .noneMatch(name -> message.contains("\"" + name + "\"")
                            || message.contains("\"" + ownSpelling(settings, name) + "\""));
            if (known && !NEEDS_RESTART.matcher(message).matches()) {
                got.add(message);
            }
        }
        List<String> want = new ArrayList<>();
        for (LoadProblem problem : settings.logged()) {
            if (problem.kind() != LoadProblem.Kind.TLS_VERSIONS && !unjudged.contains(problem.detail())) {
                want.add(problem.message());
            }
        }
        boolean readingFailed = settings.logged().stream()
                .anyMatch(p -> p.kind() == LoadProblem.Kind.SYNTAX || p.kind() == LoadProblem.Kind.FILE);
        boolean agrees = readingFailed ? new HashSet<>(want).containsAll(got) : want.equals(got);
        if (!agrees) {
            differences.add("messages: server " + got + ", model " + want);
        }
    }

    /** Returns how much was compared by means of the view. */
    Map<String, String> counts() {
        return Map.of(
                "server", server.toString(),
                "file sets", Integer.toString(comparedFiles),
                "rows", Integer.toString(comparedRows));
    }

    /** Returns what differs between a start of the server with these files and the model. */
    List<String> differencesOfStart(Map<String, String> files) {
        Settings settings = model(files);
        StartVerdict verdict = server.tryStart();
        List<String> got = new ArrayList<>();
        Optional<String> fatal = Optional.empty();
        for (LogEntry entry : verdict.log()) {
            // with log_error_verbosity = verbose the SQLSTATE comes first
            String message = relative(entry.message().replaceFirst("^" + Pattern.quote(entry.sqlState()) + ": ", ""));
            if (message.matches("configuration file \".*\" contains errors")) {
                fatal = Optional.of(message);
            } else if (SUBJECT.matcher(message).matches() && entry.severity().equals("LOG")) {
                got.add(message);
            }
        }
        List<String> want = new ArrayList<>();
        settings.logged().stream()
                .filter(problem -> problem.kind() != LoadProblem.Kind.TLS_VERSIONS)
                .forEach(problem -> want.add(problem.message()));
        List<String> differences = new ArrayList<>();
        if (!got.equals(want)) {
            differences.add("start: server " + got + ", model " + want);
        }
        Optional<String> expected = settings.fatal().filter(message -> message.startsWith("configuration file"));
        if (!fatal.equals(expected)) {
            differences.add("end of start: server " + fatal + ", model " + expected + "\n" + verdict);
        }
        return differences;
    }

    /** Tells whether the model has an opinion about every value that counts. */
    static boolean isJudged(Settings settings) {
        return settings.all().stream()
                .filter(setting -> !setting.isOverridden())
                .noneMatch(setting -> setting.verdict().orElse(null) instanceof ParameterVerdict.NotJudged);
    }

    /** The names, as written, whose values the model does not judge, or the view not as a start does. */
    static Set<String> unjudged(Settings settings) {
        Set<String> names = new HashSet<>();
        for (Setting setting : settings.all()) {
            boolean open = setting.verdict().orElse(null) instanceof ParameterVerdict.NotJudged;
            String canonical = setting.parameter().map(p -> p.name()).orElse("");
            if (open || TRANSACTION_PARAMETERS.contains(canonical)) {
                names.add(setting.name());
            }
        }
        return names;
    }

    private Set<String> restart(List<String> messages) {
        Set<String> names = new HashSet<>();
        for (String message : messages) {
            Matcher matcher = NEEDS_RESTART.matcher(message);
            if (matcher.matches()) {
                names.add(matcher.group(1).toLowerCase(java.util.Locale.ROOT));
            }
        }
        return names;
    }

    private static String canonical(Settings settings, String name) {
        return settings.effective(name)
                .map(effective -> effective.parameter())
                .filter(parameter -> parameter.context() == ParameterContext.POSTMASTER)
                .map(parameter -> parameter.name().toLowerCase(java.util.Locale.ROOT))
                .orElse(name);
    }

    /** The spelling in the messages of a parameter's own check. */
    private static String ownSpelling(Settings settings, String name) {
        return settings.effective(name)
                .map(effective -> effective.parameter().name())
                .orElse(name);
    }

    private String text(Map<String, String> row, boolean withVerdict) {
        String file = row.containsKey("sourcefile") ? relative("\"" + row.get("sourcefile") + "\"") : "-";
        String verdict = withVerdict ? row.get("applied") + " " + relative(row.getOrDefault("error", "-")) : "?";
        return file + ":" + row.getOrDefault("sourceline", "-") + " " + row.get("seqno") + " "
                + row.getOrDefault("name", "-") + " = " + row.getOrDefault("setting", "-") + " " + verdict;
    }

    private static String text(FileSettingRow row, boolean withVerdict) {
        String file = "\"" + row.sourceFile() + "\"";
        String verdict =
                withVerdict ? (row.applied() ? "t" : "f") + " " + row.error().orElse("-") : "?";
        return file + ":" + row.sourceLine() + " " + row.sequenceNumber() + " "
                + row.name().orElse("-") + " = " + row.setting().orElse("-") + " " + verdict;
    }

    /** Replaces the absolute paths of the server by paths in its data directory. */
    private String relative(String text) {
        String home = server.dataDirectory().toString() + "/";
        return QUOTED_PATH.matcher(text).replaceAll(found -> {
            String path = "/" + ServerPaths.normalize(found.group(1)).orElse("");
            int cut = (path + "/").indexOf("/data/");
            String shown = path.startsWith(home) || cut < 0
                    ? path
                    : home + (path + "/").substring(cut + 6).replaceAll("/$", "");
            return Matcher.quoteReplacement(
                    "\"" + (shown.startsWith(home) ? shown.substring(home.length()) : shown) + "\"");
        });
    }
}
