package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pg_ident.conf with everything it includes, as one version of the server reads it. An empty file is fine; a file that
 * does not load leaves the server without any map, or at a reload with the old ones.
 *
 * @param file the file itself
 * @param server what the reading depended on
 * @param lines the lines that hold something
 * @param files all files read, this one first
 * @param unread references that were not followed
 * @param fileProblems what the server complains about besides the lines: that it cannot read something that they refer
 *     to, at the place of the reference
 */
public record IdentFile(
        SourceFile file,
        ServerFacts server,
        List<Line> lines,
        List<SourceFile> files,
        List<UnreadFile> unread,
        List<LoadProblem> fileProblems)
        implements FilesRead {

    /**
     * A line and what the server makes of it: a mapping or a problem.
     *
     * @param line its tokens
     * @param mapping the mapping, unless there is a problem
     * @param problem what the server complains about
     */
    public record Line(AuthLine line, Optional<IdentMapping> mapping, Optional<LoadProblem> problem) {}

    /** Reads a file of a tree and what it refers to. Never fails: problems are values of the result. */
    public static IdentFile read(SourceFile file, FileTree tree, ServerPaths paths, ServerFacts server) {
        AuthFileReader reader = new AuthFileReader(tree, paths, server.version());
        reader.read(file);
        IdentLineParser parser = new IdentLineParser(server.version());
        List<Line> lines = new ArrayList<>(reader.lines().size());
        for (AuthLine line : reader.lines()) {
            Line parsed = parser.parse(line);
            lines.add(parsed);
            if (parsed.mapping().isEmpty() && !reader.goesOnAfterFault()) {
                break;
            }
        }
        return new IdentFile(file, server, lines, reader.files(), reader.unread(), reader.problems());
    }

    /** Returns the mappings in the order in which the server tries them. */
    public List<IdentMapping> mappings() {
        return lines.stream().flatMap(line -> line.mapping().stream()).toList();
    }

    /** Returns what the server complains about, each thing once. */
    public List<LoadProblem> problems() {
        Stream<LoadProblem> ofLines =
                lines.stream().filter(line -> line.line().error().isEmpty()).flatMap(line -> line.problem().stream());
        return Stream.concat(fileProblems.stream(), ofLines).toList();
    }

    /** Tells whether the server takes the file. */
    public boolean loads() {
        return fileProblems.stream().noneMatch(problem -> problem.kind().isFatal())
                && lines.stream().noneMatch(line -> line.mapping().isEmpty());
    }

    /** Tells whether all files it refers to were read. */
    public boolean isComplete() {
        return unread.isEmpty();
    }
}
