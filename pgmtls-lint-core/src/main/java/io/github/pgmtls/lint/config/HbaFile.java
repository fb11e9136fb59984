package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import io.github.pgmtls.lint.syntax.AuthLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A pg_hba.conf with everything it includes, as one version of the server reads it.
 *
 * @param file the file itself
 * @param server what the reading depended on
 * @param lines the lines that hold something, in the order in which the server takes them
 * @param files all files read, this one first; a file included twice is there twice
 * @param unread references that were not followed
 * @param fileProblems what the server complains about besides the lines: that it cannot read something that they refer
 *     to, at the place of the reference, or that there is no record
 */
public record HbaFile(
        SourceFile file,
        ServerFacts server,
        List<HbaLine> lines,
        List<SourceFile> files,
        List<UnreadFile> unread,
        List<LoadProblem> fileProblems) {

    /** Reads a file of a tree and what it refers to. Never fails: problems are values of the result. */
    public static HbaFile read(SourceFile file, FileTree tree, ServerPaths paths, ServerFacts server) {
        AuthFileReader reader = new AuthFileReader(tree, paths, server.version());
        reader.read(file);
        HbaLineParser parser = new HbaLineParser(server);
        List<HbaLine> lines = new ArrayList<>(reader.lines().size());
        for (AuthLine line : reader.lines()) {
            HbaLine parsed = parser.parse(line);
            lines.add(parsed);
            if (parsed.isRefused() && !reader.goesOnAfterFault()) {
                break;
            }
        }
        List<LoadProblem> fileProblems = new ArrayList<>(reader.problems());
        if (lines.isEmpty() && reader.unread().isEmpty()) {
            String message = "configuration file \"" + file.path() + "\" contains no entries";
            fileProblems.add(LoadProblem.of(LoadProblem.Kind.NO_RECORDS, Location.of(file), message));
        }
        return new HbaFile(file, server, lines, reader.files(), reader.unread(), fileProblems);
    }

    /** Returns the records, those left out whose lines the server refuses. */
    public List<HbaRecord> records() {
        return lines.stream().flatMap(line -> line.record().stream()).toList();
    }

    /**
     * Returns the records together with those that refused lines were most likely meant to be: for questions about what
     * the file is for, never about what it does.
     */
    public List<HbaRecord> meantRecords() {
        return lines.stream().flatMap(line -> line.recordOrMeant().stream()).toList();
    }

    /** Returns what the server complains about, each thing once. */
    public List<LoadProblem> problems() {
        Stream<LoadProblem> ofLines =
                lines.stream().filter(line -> line.line().error().isEmpty()).flatMap(line -> line.problem().stream());
        return Stream.concat(fileProblems.stream(), ofLines).toList();
    }

    /** Tells whether the server takes the file: at start it would not come up otherwise, at reload keep the old one. */
    public boolean loads() {
        return fileProblems.stream().noneMatch(problem -> problem.kind().isFatal())
                && lines.stream().noneMatch(HbaLine::isRefused);
    }

    /** Tells whether all files it refers to were read, so that the record list is what the server has. */
    public boolean isComplete() {
        return unread.isEmpty();
    }
}
