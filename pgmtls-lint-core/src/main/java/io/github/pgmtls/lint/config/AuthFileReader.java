package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.FileRead;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthField;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an authentication file with everything it refers to: {@code @list} files in every version, include,
 * include_if_exists and include_dir from 16 on. Source: {@code tokenize_auth_file} in {@code hba.c},
 * {@code GetConfFilesInDir} in {@code conffiles.c}.
 */
final class AuthFileReader {

    /** The server up to 15 has no limit for lists in lists; this one only stops endless recursion. */
    private static final int LIST_DEPTH_UP_TO_15 = 100;

    /** More files than this are not read: an untrusted tree must not cost unbounded time. */
    private static final int MAX_FILES = 20_000;

    /** The same, in bytes of all files together. */
    private static final long MAX_BYTES = 1L << 29;

    private final FileTree tree;
    private final ServerPaths paths;
    private final AuthFileSyntax syntax;
    private final List<AuthLine> lines = new ArrayList<>();
    private final List<SourceFile> files = new ArrayList<>();
    private final List<UnreadFile> unread = new ArrayList<>();
    private long bytes;

    AuthFileReader(FileTree tree, ServerPaths paths, AuthFileSyntax syntax) {
        this.tree = tree;
        this.paths = paths;
        this.syntax = syntax;
    }

    /** Reads the top file, which is there; the lines come in the order in which the server looks at them. */
    void read(SourceFile file) {
        tokenize(file, 0, lines);
    }

    List<AuthLine> lines() {
        return lines;
    }

    /** Returns the files that were read, the top file first. */
    List<SourceFile> files() {
        return files;
    }

    /** Returns references that lead out of the linted directory, or that the server passes over with a log line only. */
    List<UnreadFile> unread() {
        return unread;
    }

    private void tokenize(SourceFile file, int depth, List<AuthLine> into) {
        files.add(file);
        bytes += file.content().length();
        for (AuthLine line : AuthFileTokenizer.tokenize(file, syntax)) {
            AuthLine expanded = hasReference(line) ? expand(line, depth) : line;
            if (expanded.fields().isEmpty() && expanded.error().isEmpty()) {
                continue;
            }
            if (syntax.includes() && isInclude(expanded)) {
                include(expanded, depth, into);
            } else {
                into.add(expanded);
            }
        }
    }

    private static boolean isInclude(AuthLine line) {
        return line.error().isEmpty()
                && line.fields().size() == 2
                && switch (line.fields().get(0).first().value()) {
                    case "include", "include_if_exists", "include_dir" -> true;
                    default -> false;
                };
    }

    private void include(AuthLine line, int depth, List<AuthLine> into) {
        AuthToken target = line.fields().get(1).first();
        String directive = line.fields().get(0).first().value();
        Optional<String> error = directive.equals("include_dir")
                ? includeDirectory(target, depth, into)
                : includeFile(target, target.value(), directive.equals("include_if_exists"), depth, into);
        error.ifPresent(message -> into.add(failed(line, message)));
    }

    private Optional<String> includeFile(
            AuthToken from, String name, boolean missingOk, int depth, List<AuthLine> into) {
        Opened opened = open(from, name, depth + 1);
        if (opened.file.isPresent()) {
            tokenize(opened.file.get(), depth + 1, into);
        }
        return missingOk && opened.absent ? Optional.empty() : opened.error;
    }

    private Optional<String> includeDirectory(AuthToken from, int depth, List<AuthLine> into) {
        String name = from.value();
        if (name.chars().allMatch(c -> c == ' ' || c == '\t' || c == '\r' || c == '\n')) {
            return Optional.of("empty configuration directory name");
        }
        Optional<String> directory =
                paths.resolve(name, ServerPaths.directoryOf(from.file().path()));
        if (directory.isEmpty()) {
            unread.add(new UnreadFile(name, from, UnreadFile.Why.NOT_IN_TREE));
            return Optional.empty();
        }
        Optional<List<String>> names = tree.list(directory.get());
        if (names.isEmpty()) {
            return Optional.of("could not open directory \"" + directory.get() + "\"");
        }
        List<String> errors = new ArrayList<>();
        for (String entry : names.get()) {
            String bytes = new String(entry.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            if (bytes.length() < 6 || bytes.startsWith(".") || !bytes.endsWith(".conf")) {
                continue;
            }
            String path = directory.get().isEmpty() ? entry : directory.get() + "/" + entry;
            FileRead read = tree.read(path);
            if (read instanceof FileRead.Failure failure) {
                switch (failure.reason()) {
                    case DIRECTORY -> {
                        continue;
                    }
                    case ABSENT -> {
                        // a symbolic link that leads nowhere
                        return Optional.of("could not stat file \"" + path + "\"");
                    }
                    default -> {}
                }
            }
            includePath(from, path, depth, into).ifPresent(errors::add);
        }
        return errors.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", errors));
    }

    private Optional<String> includePath(AuthToken from, String path, int depth, List<AuthLine> into) {
        Opened opened = openInTree(from, path, path, depth + 1);
        opened.file.ifPresent(file -> tokenize(file, depth + 1, into));
        return opened.error;
    }

    private static boolean hasReference(AuthLine line) {
        for (AuthField field : line.fields()) {
            for (AuthToken token : field.tokens()) {
                if (isReference(token)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isReference(AuthToken token) {
        return !token.quoted() && token.value().length() > 1 && token.value().charAt(0) == '@';
    }

    /** Replaces {@code @name} by the tokens of that file; a field that gets none vanishes and later ones move up. */
    private AuthLine expand(AuthLine line, int depth) {
        List<AuthField> fields = new ArrayList<>();
        for (AuthField field : line.fields()) {
            List<AuthToken> tokens = new ArrayList<>();
            for (AuthToken token : field.tokens()) {
                if (!isReference(token)) {
                    tokens.add(token);
                    continue;
                }
                Optional<String> error = addList(token, depth, tokens);
                if (error.isPresent()) {
                    return failed(line, error.get());
                }
            }
            if (!tokens.isEmpty()) {
                fields.add(new AuthField(tokens));
            }
        }
        return new AuthLine(line.file(), line.number(), line.span(), fields, line.error());
    }

    private Optional<String> addList(AuthToken reference, int depth, List<AuthToken> tokens) {
        Opened opened = open(reference, reference.value().substring(1), depth + 1);
        if (opened.file.isEmpty()) {
            return opened.error;
        }
        List<AuthLine> listed = new ArrayList<>();
        tokenize(opened.file.get(), depth + 1, listed);
        for (AuthLine line : listed) {
            if (line.error().isPresent()) {
                return line.error();
            }
            line.fields().forEach(field -> tokens.addAll(field.tokens()));
        }
        return Optional.empty();
    }

    private Opened open(AuthToken from, String name, int depth) {
        Optional<String> path =
                paths.resolve(name, ServerPaths.directoryOf(from.file().path()));
        if (path.isEmpty()) {
            unread.add(new UnreadFile(name, from, UnreadFile.Why.NOT_IN_TREE));
            return Opened.nothing();
        }
        return openInTree(from, name, path.get(), depth);
    }

    private Opened openInTree(AuthToken from, String name, String path, int depth) {
        if (depth > (syntax.includes() ? AuthFileSyntax.MAX_DEPTH : LIST_DEPTH_UP_TO_15)) {
            return Opened.failed("could not open file \"" + path + "\": maximum nesting depth exceeded");
        }
        if (files.size() >= MAX_FILES || bytes > MAX_BYTES) {
            return Opened.failed("could not open file \"" + path + "\": too many files");
        }
        FileRead read = tree.read(path);
        if (read instanceof FileRead.Content content) {
            return new Opened(Optional.of(content.file()), Optional.empty(), false);
        }
        FileRead.Failure failure = (FileRead.Failure) read;
        return switch (failure.reason()) {
            case OUTSIDE, TOO_LARGE, NOT_REGULAR -> {
                unread.add(new UnreadFile(name, from, UnreadFile.Why.NOT_IN_TREE));
                yield Opened.nothing();
            }
            case DIRECTORY -> openDirectory(from, name, path);
            case ABSENT ->
                new Opened(Optional.empty(), Optional.of(cannotOpen(name, path, "No such file or directory")), true);
            case UNREADABLE -> Opened.failed(cannotOpen(name, path, "Permission denied"));
        };
    }

    /** A directory opens like a file; only reading it fails, which the server from 14 on logs and then forgets. */
    private Opened openDirectory(AuthToken from, String name, String path) {
        if (!syntax.continuations()) {
            return Opened.failed("could not read file \"" + path + "\": Is a directory");
        }
        unread.add(new UnreadFile(name, from, UnreadFile.Why.DIRECTORY));
        return Opened.nothing();
    }

    private String cannotOpen(String name, String path, String reason) {
        return syntax.includes()
                ? "could not open file \"" + path + "\": " + reason
                : "could not open secondary authentication file \"@" + name + "\" as \"" + path + "\": " + reason;
    }

    private static AuthLine failed(AuthLine line, String error) {
        return new AuthLine(line.file(), line.number(), line.span(), line.fields(), Optional.of(error));
    }

    /** An opened file, or an error of the line, or neither: then the server goes on as if the file were empty. */
    private record Opened(Optional<SourceFile> file, Optional<String> error, boolean absent) {

        static Opened nothing() {
            return new Opened(Optional.empty(), Optional.empty(), false);
        }

        static Opened failed(String message) {
            return new Opened(Optional.empty(), Optional.of(message), false);
        }
    }
}
