package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.LoadProblem.Kind;
import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.ByteText;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthToken;
import io.github.pgmtls.lint.syntax.ReadingLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Opens the files and directories that authentication files refer to. Source: {@code open_auth_file} in {@code hba.c},
 * {@code GetConfFilesInDir} in {@code conffiles.c}.
 */
final class AuthFileOpener {

    /** The server up to 15 has no limit for lists in lists, but no more than some 300 files open. */
    private static final int LIST_DEPTH_UP_TO_15 = 300;

    private final FileTree tree;
    private final ServerPaths paths;
    private final PostgresVersion version;
    private final AuthFileSyntax syntax;
    private final List<SourceFile> files = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private final ReadingLimits limits;

    /** Whether the last thing that could not be opened was not there; the server has that in {@code errno}. */
    private boolean lastWasAbsent;

    AuthFileOpener(FileTree tree, ServerPaths paths, PostgresVersion version, ReadingLimits limits) {
        this.limits = limits;
        this.tree = tree;
        this.paths = paths;
        this.version = version;
        this.syntax = AuthFileSyntax.of(version);
    }

    /**
     * A file that was asked for.
     *
     * @param path where it is
     * @param file the file, if it could be opened
     * @param problem what the server says if it could not be opened or read
     */
    record Opened(ConfPath path, Optional<SourceFile> file, Optional<LoadProblem> problem, boolean isAbsent) {

        /** Returns the error of the line that refers to the file. */
        Optional<String> error() {
            return problem.filter(p -> p.kind().isFatal()).flatMap(LoadProblem::rowError);
        }
    }

    /**
     * The files of a directory that the server includes.
     *
     * @param problem what the server says if there is something wrong; then there are no files
     */
    record Listed(List<ConfPath> files, Optional<LoadProblem> problem) {

        Optional<String> error() {
            return problem.flatMap(LoadProblem::rowError);
        }
    }

    List<SourceFile> files() {
        return files;
    }

    List<UnreadFile> unread() {
        return unread;
    }

    /** Takes note of a file that is read. */
    void note(SourceFile file) {
        files.add(file);
        limits.countFile(file.content().length());
    }

    /** Opens the file that a token names, seen from the file at a path. */
    Opened open(AuthToken name, ConfPath from, int depth) {
        return open(name, name.value(), from, depth, "could not open file \"");
    }

    /** Opens the list that a token names. */
    Opened openList(AuthToken reference, ConfPath from, int depth) {
        String opening = syntax.includes()
                ? "could not open file \""
                : "could not open secondary authentication file \"" + reference.value() + "\" as \"";
        return open(reference, reference.value().substring(1), from, depth, opening);
    }

    private Opened open(AuthToken reference, String name, ConfPath from, int depth, String opening) {
        Optional<ConfPath> path = from.included(name, paths);
        return path.isPresent()
                ? openPath(reference, path.get(), depth, opening)
                : unknown(reference, from, UnreadFile.Why.NOT_IN_TREE);
    }

    /** Opens a file of a directory that a token names. */
    Opened openListed(AuthToken directory, ConfPath path, int depth) {
        return openPath(directory, path, depth, "could not open file \"");
    }

    private Opened openPath(AuthToken reference, ConfPath path, int depth, String opening) {
        if (depth > (syntax.includes() ? AuthFileSyntax.MAX_DEPTH : LIST_DEPTH_UP_TO_15)) {
            // include_if_exists then looks at an error code that is left from some earlier failure
            Opened tooDeep = failed(reference, path, opening, "maximum nesting depth exceeded");
            return new Opened(path, tooDeep.file, tooDeep.problem, lastWasAbsent);
        }
        if (limits.areExceeded()) {
            return new Opened(path, Optional.empty(), Optional.empty(), false);
        }
        FileRead read = path.read(tree, version);
        if (read instanceof FileRead.Content content) {
            note(content.file());
            return new Opened(path, Optional.of(content.file()), Optional.empty(), false);
        }
        return switch (((FileRead.Failure) read).reason()) {
            case ABSENT -> notOpened(reference, path, opening, Obstacle.NO_SUCH_FILE);
            case NOT_A_DIRECTORY -> notOpened(reference, path, opening, Obstacle.NOT_A_DIRECTORY);
            case UNREADABLE -> notOpened(reference, path, opening, "Permission denied");
            case DIRECTORY -> directory(reference, path, version.isAtLeast(14));
            case OUTSIDE -> unknown(reference, path, UnreadFile.Why.NOT_IN_TREE);
            case NOT_REGULAR, TOO_LARGE -> unknown(reference, path, UnreadFile.Why.BEYOND_LIMITS);
        };
    }

    private Opened notOpened(AuthToken reference, ConfPath path, String opening, String otherwise) {
        String reason = Obstacle.to(path, tree, version).orElse(otherwise);
        Opened failed = failed(reference, path, opening, reason);
        lastWasAbsent = reason.equals(Obstacle.NO_SUCH_FILE);
        return new Opened(path, failed.file, failed.problem, lastWasAbsent);
    }

    /** A directory opens like a file; only reading it fails, which the server from 14 on logs and then forgets. */
    private Opened directory(AuthToken reference, ConfPath path, boolean forgotten) {
        lastWasAbsent = false;
        Kind kind = forgotten ? Kind.PASSED_OVER : Kind.FILE;
        String message = "could not read file \"" + path.spelling(version) + "\": Is a directory";
        LoadProblem problem = LoadProblem.of(kind, HbaRecord.locationOf(reference), message);
        return new Opened(path, Optional.empty(), Optional.of(problem), false);
    }

    private Opened failed(AuthToken reference, ConfPath path, String opening, String reason) {
        return new Opened(
                path,
                Optional.empty(),
                Optional.of(problem(reference, opening + path.spelling(version) + "\": " + reason)),
                false);
    }

    /** The server may well find a file there; it is only here that it cannot be read. */
    private Opened unknown(AuthToken reference, ConfPath path, UnreadFile.Why why) {
        unread.add(new UnreadFile(reference.value(), HbaRecord.locationOf(reference), why));
        return new Opened(path, Optional.empty(), Optional.empty(), false);
    }

    /** Lists the files of the directory that a token names, seen from the file at a path. */
    Listed list(AuthToken name, ConfPath from) {
        if (ConfNames.isBlank(name.value())) {
            String error = "empty configuration directory name";
            return refused(name, error, error + ": \"" + name.value() + "\"");
        }
        Optional<ConfPath> directory = from.included(name.value(), paths);
        if (directory.isEmpty()) {
            return unlisted(name);
        }
        Optional<List<String>> names = directory.get().list(tree, version);
        if (names.isEmpty()) {
            return cannotList(name, directory.get());
        }
        lastWasAbsent = false;
        List<ConfPath> listed = new ArrayList<>();
        for (String entry : names.get()) {
            ConfPath path = directory.get().entry(entry);
            if (ConfNames.isConf(ByteText.encode(entry)) && !fails(path, FileRead.Reason.DIRECTORY)) {
                listed.add(path);
            }
            if (ConfNames.isConf(ByteText.encode(entry)) && fails(path, FileRead.Reason.ABSENT)) {
                // a symbolic link that leads nowhere: none of the files is read
                lastWasAbsent = true;
                String error = "could not stat file \"" + path.spelling(version) + "\"";
                return refused(name, error, error + ": No such file or directory");
            }
        }
        return new Listed(listed, Optional.empty());
    }

    private Listed cannotList(AuthToken name, ConfPath directory) {
        FileRead read = directory.read(tree, version);
        boolean notInTree = fails(directory, FileRead.Reason.OUTSIDE);
        if (notInTree) {
            return unlisted(name);
        }
        String reason = Obstacle.isFile(read)
                ? Obstacle.NOT_A_DIRECTORY
                : Obstacle.to(directory, tree, version).orElse(Obstacle.NO_SUCH_FILE);
        lastWasAbsent = reason.equals(Obstacle.NO_SUCH_FILE);
        return refused(
                name,
                "could not open directory \"" + directory.spelling(version) + "\"",
                "could not open configuration directory \"" + directory.spelling(version) + "\": " + reason);
    }

    private Listed unlisted(AuthToken name) {
        unread.add(new UnreadFile(name.value(), HbaRecord.locationOf(name), UnreadFile.Why.NOT_IN_TREE));
        return new Listed(List.of(), Optional.empty());
    }

    private boolean fails(ConfPath path, FileRead.Reason reason) {
        return path.read(tree, version) instanceof FileRead.Failure failure && failure.reason() == reason;
    }

    private static Listed refused(AuthToken name, String error, String message) {
        return new Listed(List.of(), Optional.of(problem(name, message).withRowError(Optional.of(error))));
    }

    private static LoadProblem problem(AuthToken reference, String message) {
        return LoadProblem.of(Kind.FILE, HbaRecord.locationOf(reference), message);
    }
}
