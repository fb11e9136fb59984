package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.ConfFile;
import io.github.pgmtls.lint.syntax.ConfLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code postgresql.conf} with everything it includes into one list ({@code ParseConfigFile},
 * {@code ParseConfigDirectory} and {@code ParseConfigFp} in guc-file.l, {@code GetConfFilesInDir} in conffiles.c).
 */
final class ConfReader {

    /** The server's limit: the main file is at depth 0. */
    private static final int MAX_DEPTH = 10;

    /** More files or lines than this are not read: an untrusted tree must not cost unbounded time. */
    private static final int MAX_FILES = 20_000;

    private final FileTree tree;
    private final ServerPaths paths;
    private final PostgresVersion version;
    private final boolean firstErrorOnly;

    private final List<ConfItem> items = new ArrayList<>();
    private final List<LoadProblem> problems = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private final List<Integer> unreadAt = new ArrayList<>();
    private final Map<String, ConfFile> parsed = new LinkedHashMap<>();
    private int opened;
    private int visited;

    /**
     * Makes a reader.
     *
     * @param firstErrorOnly whether to leave a file at its first syntax error, as {@code pg_file_settings} does; a
     *     starting server goes on to tell them all
     */
    ConfReader(FileTree tree, ServerPaths paths, PostgresVersion version, boolean firstErrorOnly) {
        this.tree = tree;
        this.paths = paths;
        this.version = version;
        this.firstErrorOnly = firstErrorOnly;
    }

    /** What was read so far, in the order of reading. */
    List<ConfItem> items() {
        return items;
    }

    List<LoadProblem> problems() {
        return problems;
    }

    List<UnreadFile> unread() {
        return unread;
    }

    /** Returns the number of items that precede the last thing that was not read; 0 if everything was read. */
    int lastUnread() {
        return unreadAt.isEmpty() ? 0 : unreadAt.get(unreadAt.size() - 1);
    }

    /** Returns every file once, in the order of first reading. */
    List<SourceFile> files() {
        return parsed.values().stream().map(ConfFile::source).toList();
    }

    /** Reads a file that nothing includes; returns whether the server finds no fault in its reading. */
    boolean readTop(SourceFile file) {
        return read(file, ConfPath.of(file.path()), 0);
    }

    /** A directive and the file it stands in. */
    private record Include(SourceFile file, ConfPath path, ConfLine.Entry entry, int depth) {

        String target() {
            return entry.value();
        }

        Location place() {
            return Location.of(file, entry.valueSpan());
        }
    }

    private boolean read(SourceFile file, ConfPath path, int depth) {
        opened++;
        ConfFile conf = parsed.computeIfAbsent(file.path(), p -> ConfFile.parse(file));
        boolean ok = true;
        for (ConfLine line : conf.lines()) {
            if (++visited > ConfFile.MAX_LINES) {
                leave(file.path(), Location.of(file, line.span()), UnreadFile.Why.BEYOND_LIMITS);
                return ok;
            }
            if (line instanceof ConfLine.Entry entry) {
                ok &= entry(file, path, entry, depth);
            } else if (line instanceof ConfLine.SyntaxError error) {
                ok = false;
                fail(path.shown(), error.line(), "syntax error");
                problem(LoadProblem.Kind.SYNTAX, Location.of(file, error.span()), error.message(path.shown()));
                if (firstErrorOnly) {
                    return false;
                }
            }
        }
        if (conf.end() == ConfFile.End.TOO_LONG) {
            leave(file.path(), Location.of(file), UnreadFile.Why.BEYOND_LIMITS);
        }
        return ok;
    }

    private boolean entry(SourceFile file, ConfPath path, ConfLine.Entry entry, int depth) {
        Include include = new Include(file, path, entry, depth + 1);
        return switch (entry.name().toLowerCase(Locale.ROOT)) {
            case "include" -> includeNamed(include, true);
            case "include_if_exists" -> includeNamed(include, false);
            case "include_dir" -> includeDirectory(include);
            default -> {
                items.add(new ConfItem.Assignment(file, entry));
                yield true;
            }
        };
    }

    private boolean includeNamed(Include include, boolean mustExist) {
        String name = include.target();
        if (ConfNames.isBlank(name)) {
            return fail(include, "empty configuration file name", "empty configuration file name: \"" + name + "\"");
        }
        if (include.depth() > MAX_DEPTH) {
            return fail(
                    include,
                    "nesting depth exceeded",
                    "could not open configuration file \"" + name + "\": maximum nesting depth exceeded");
        }
        Optional<ConfPath> target = include.path().included(name, paths);
        if (target.isEmpty()) {
            return leave(name, include.place(), UnreadFile.Why.NOT_IN_TREE);
        }
        return includePath(include, target.get(), mustExist);
    }

    private boolean includePath(Include include, ConfPath path, boolean mustExist) {
        if (include.path().isSame(path, version)) {
            return fail(
                    include,
                    "configuration file recursion",
                    "configuration file recursion in \"" + include.path().shown() + "\"");
        }
        if (opened >= MAX_FILES || visited >= ConfFile.MAX_LINES) {
            leave(include.target(), include.place(), UnreadFile.Why.BEYOND_LIMITS);
            return true;
        }
        FileRead read = path.read(tree, version);
        if (read instanceof FileRead.Content content) {
            if (content.file().content().length() > Settings.MAX_BYTES) {
                return leave(include.target(), include.place(), UnreadFile.Why.BEYOND_LIMITS);
            }
            return read(content.file(), path, include.depth());
        }
        FileRead.Failure failure = (FileRead.Failure) read;
        return switch (failure.reason()) {
            case ABSENT -> !mustExist || cannotOpen(include, path, Obstacle.NO_SUCH_FILE);
            case NOT_A_DIRECTORY -> !mustExist || cannotOpen(include, path, Obstacle.NOT_A_DIRECTORY);
            case UNREADABLE -> !mustExist || cannotOpen(include, path, "Permission denied");
            case DIRECTORY -> failDirectory(include, path);
            case OUTSIDE -> leave(include.target(), include.place(), UnreadFile.Why.NOT_IN_TREE);
            case NOT_REGULAR, TOO_LARGE -> leave(include.target(), include.place(), UnreadFile.Why.BEYOND_LIMITS);
        };
    }

    private boolean includeDirectory(Include include) {
        String name = include.target();
        if (ConfNames.isBlank(name)) {
            return fail(
                    include,
                    "empty configuration directory name",
                    "empty configuration directory name: \"" + name + "\"");
        }
        Optional<ConfPath> target = include.path().included(name, paths);
        if (target.isEmpty() || fails(target.get(), FileRead.Reason.OUTSIDE)) {
            return leave(name, include.place(), UnreadFile.Why.NOT_IN_TREE);
        }
        ConfPath directory = target.get();
        Optional<List<String>> names = directory.list(tree, version);
        if (names.isEmpty()) {
            return fail(
                    include,
                    "could not open directory \"" + directory.shown() + "\"",
                    "could not open configuration directory \"" + directory.shown() + "\": " + whyNotListed(directory));
        }
        List<ConfPath> files = new ArrayList<>();
        for (String entry : names.get()) {
            if (!ConfNames.isConf(ByteText.encode(entry))) {
                continue;
            }
            ConfPath path = directory.entry(entry);
            if (fails(path, FileRead.Reason.ABSENT)) {
                // a symbolic link that leads nowhere: none of the files is read
                String error = "could not stat file \"" + path.shown() + "\"";
                return fail(include, error, error + ": No such file or directory");
            }
            if (!fails(path, FileRead.Reason.DIRECTORY)) {
                files.add(path);
            }
        }
        return includeAll(include, files);
    }

    private String whyNotListed(ConfPath directory) {
        if (directory.read(tree, version) instanceof FileRead.Failure failure) {
            boolean absent = failure.reason() == FileRead.Reason.ABSENT;
            return Obstacle.to(directory, tree, version).orElse(absent ? Obstacle.NO_SUCH_FILE : "Permission denied");
        }
        return Obstacle.NOT_A_DIRECTORY;
    }

    private boolean fails(ConfPath path, FileRead.Reason reason) {
        return path.read(tree, version) instanceof FileRead.Failure failure && failure.reason() == reason;
    }

    /** Reads the files of a directory up to the first with an error. */
    private boolean includeAll(Include include, List<ConfPath> files) {
        for (ConfPath path : files) {
            boolean tooDeep = include.depth() > MAX_DEPTH;
            if (tooDeep) {
                return fail(
                        include,
                        "nesting depth exceeded",
                        "could not open configuration file \"" + path.shown() + "\": maximum nesting depth exceeded");
            }
            if (!includePath(include, path, true)) {
                return false;
            }
        }
        return true;
    }

    private boolean cannotOpen(Include include, ConfPath path, String otherwise) {
        String reason = Obstacle.to(path, tree, version).orElse(otherwise);
        return fail(
                include,
                "could not open file \"" + path.shown() + "\"",
                "could not open configuration file \"" + path.shown() + "\": " + reason);
    }

    /** A directory can be opened, but not be read. */
    private boolean failDirectory(Include include, ConfPath path) {
        String error = "input in flex scanner failed";
        fail(path.shown(), 1, error);
        problem(LoadProblem.Kind.FILE, include.place(), error + " at file \"" + path.shown() + "\" line 1");
        return false;
    }

    private boolean fail(Include include, String error, String message) {
        fail(include.path().shown(), include.entry().line(), error);
        problem(LoadProblem.Kind.FILE, include.place(), message);
        return false;
    }

    private void fail(String file, int line, String error) {
        items.add(new ConfItem.Failure(file, line, error));
    }

    private void problem(LoadProblem.Kind kind, Location place, String message) {
        problems.add(LoadProblem.of(kind, place, ServerMessage.of(message)));
    }

    /** Notes that something was not read, which is no fault. */
    private boolean leave(String name, Location place, UnreadFile.Why why) {
        unread.add(new UnreadFile(name, place, why));
        unreadAt.add(items.size());
        return true;
    }
}
