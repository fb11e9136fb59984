package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.config.LoadProblem.Kind;
import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.postgres.PostgresVersion;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthField;
import io.github.pgmtls.lint.syntax.AuthFileTokenizer;
import io.github.pgmtls.lint.syntax.AuthLine;
import io.github.pgmtls.lint.syntax.AuthLines;
import io.github.pgmtls.lint.syntax.AuthToken;
import io.github.pgmtls.lint.syntax.ReadingLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an authentication file with everything it refers to: {@code @list} files in every version, include,
 * include_if_exists and include_dir from 16 on. Source: {@code tokenize_auth_file} in {@code hba.c}.
 *
 * <p>A line that refers to something that cannot be read has an error; the problem itself may lie in another file.
 */
final class AuthFileReader {

    private final AuthFileSyntax syntax;
    private final AuthFileOpener opener;
    private final ReadingLimits limits = new ReadingLimits();
    private final LineSequence lines;
    private final List<LoadProblem> problems = new ArrayList<>();

    AuthFileReader(FileTree tree, ServerPaths paths, PostgresVersion version) {
        this(tree, paths, version, new LineSequence(Optional.empty()));
    }

    AuthFileReader(FileTree tree, ServerPaths paths, PostgresVersion version, LineSequence lines) {
        this.lines = lines;
        this.syntax = AuthFileSyntax.of(version);
        this.opener = new AuthFileOpener(tree, paths, version, limits);
    }

    /** Reads the top file, which is there; the lines come in the order in which the server looks at them. */
    void read(SourceFile file) {
        opener.note(file);
        tokenize(file, ConfPath.of(file.path()), 0, lines);
    }

    List<AuthLine> lines() {
        return lines.cut();
    }

    /** Returns what the server complains about while it reads, before it looks at what the lines say. */
    List<LoadProblem> problems() {
        return problems;
    }

    /** Returns the files that were read, the top file first. */
    List<SourceFile> files() {
        return opener.files();
    }

    /** Takes note of a line that the server refuses; returns whether to look at further ones. */
    boolean goesOnAfterFault() {
        limits.countFault();
        return !limits.areFaultsTooMany();
    }

    /** Returns references to files whose content is unknown here, and the file itself if there is more than is read. */
    List<UnreadFile> unread() {
        return limits.areExceeded()
                ? Stream.concat(opener.unread().stream(), Stream.of(beyondLimits()))
                        .toList()
                : opener.unread();
    }

    private UnreadFile beyondLimits() {
        SourceFile file = opener.files().get(0);
        return new UnreadFile(file.path(), Location.of(file), UnreadFile.Why.BEYOND_LIMITS);
    }

    private void tokenize(SourceFile file, ConfPath path, int depth, LineSequence into) {
        boolean mayRefer = file.content().indexOf('@') >= 0;
        AuthLines tokenized = AuthFileTokenizer.tokenize(file, syntax, limits, into.plainLinesOf(file));
        int first = into.rowsRead() - tokenized.plainBefore(tokenized.lines().size());
        int row = first;
        for (int i = 0; i < tokenized.lines().size(); i++) {
            row = into.addRows(row, first + tokenized.plainBefore(i));
            AuthLine line = tokenized.lines().get(i);
            boolean refers = mayRefer && hasReference(line);
            if (limits.areExceeded() && (refers || isInclude(line))) {
                continue;
            }
            AuthLine expanded = refers ? expand(line, path, depth) : noted(line);
            if (isInclude(expanded)) {
                include(expanded, path, depth + 1, into);
            } else if (!expanded.fields().isEmpty() || expanded.error().isPresent()) {
                into.add(expanded);
            }
        }
        into.addRows(row, first + tokenized.plainBefore(tokenized.lines().size()));
    }

    private boolean isInclude(AuthLine line) {
        return syntax.includes()
                && line.error().isEmpty()
                && line.fields().size() == 2
                && switch (line.fields().get(0).first().value()) {
                    case "include", "include_if_exists", "include_dir" -> true;
                    default -> false;
                };
    }

    private void include(AuthLine line, ConfPath path, int depth, LineSequence into) {
        AuthToken target = inLine(line.fields().get(1).first(), line);
        Optional<String> error = switch (line.fields().get(0).first().value()) {
            case "include" -> includeFile(opener.open(target, path, depth), depth, into);
            case "include_if_exists" -> {
                AuthFileOpener.Opened opened = opener.open(target, path, depth);
                yield opened.isAbsent() ? Optional.empty() : includeFile(opened, depth, into);
            }
            default -> includeDirectory(target, path, depth, into);
        };
        error.ifPresent(message -> into.add(failed(line, message)));
    }

    /** Returns a token that stands in the file of the line; one from a list is said to be the whole line. */
    private static AuthToken inLine(AuthToken token, AuthLine line) {
        return token.file() == line.file()
                ? token
                : new AuthToken(line.file(), line.span().start(), line.span().end(), token.value(), token.quoted());
    }

    private Optional<String> includeFile(AuthFileOpener.Opened opened, int depth, LineSequence into) {
        opened.problem().ifPresent(this::add);
        opened.file().ifPresent(file -> tokenize(file, opened.path(), depth, into));
        return opened.error();
    }

    private void add(LoadProblem problem) {
        problems.add(problem);
        limits.countFault();
    }

    private Optional<String> includeDirectory(AuthToken name, ConfPath path, int depth, LineSequence into) {
        AuthFileOpener.Listed listed = opener.list(name, path);
        listed.problem().ifPresent(this::add);
        List<String> errors = new ArrayList<>();
        Optional<String> last = Optional.empty();
        for (ConfPath file : listed.files()) {
            // the server says the last error again for each good file behind it
            Optional<String> error = includeFile(opener.openListed(name, file, depth), depth, into);
            last = error.isPresent() ? error : last;
            last.ifPresent(errors::add);
        }
        return errors.isEmpty() ? listed.error() : Optional.of(String.join("\n", errors));
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
    private AuthLine expand(AuthLine line, ConfPath path, int depth) {
        List<AuthField> fields = new ArrayList<>();
        for (AuthField field : line.fields()) {
            List<AuthToken> tokens = new ArrayList<>();
            for (AuthToken token : field.tokens()) {
                if (!isReference(token)) {
                    tokens.add(token);
                    continue;
                }
                Optional<String> error = addList(token, path, depth + 1, tokens);
                if (error.isPresent()) {
                    return failed(line, error.get());
                }
            }
            if (!tokens.isEmpty()) {
                fields.add(new AuthField(tokens));
            }
        }
        return noted(new AuthLine(line.file(), line.number(), line.span(), fields, line.error()));
    }

    /** Takes note of what the server says to the bytes of a line; it does not get there behind a failed reference. */
    private AuthLine noted(AuthLine line) {
        line.error()
                .ifPresent(message ->
                        problems.add(LoadProblem.of(Kind.TOKEN, new Location(line.file(), line.span(), ""), message)));
        return line;
    }

    private Optional<String> addList(AuthToken reference, ConfPath path, int depth, List<AuthToken> tokens) {
        LineSequence listed = new LineSequence(Optional.empty());
        Optional<String> error = includeFile(opener.openList(reference, path, depth), depth, listed);
        for (AuthLine line : listed.cut()) {
            if (line.error().isPresent()) {
                return line.error();
            }
            line.fields().forEach(field -> tokens.addAll(field.tokens()));
        }
        return error;
    }

    private static AuthLine failed(AuthLine line, String error) {
        return new AuthLine(line.file(), line.number(), line.span(), line.fields(), Optional.of(error));
    }
}
