package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.finding.Location;
import io.github.pgmtls.lint.postgres.AuthFileSyntax;
import io.github.pgmtls.lint.source.FileTree;
import io.github.pgmtls.lint.source.ServerPaths;
import io.github.pgmtls.lint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pg_hba.conf with everything it includes, as one version of the server reads it. */
public final class HbaFile implements FilesRead {

    private final ServerFacts server;
    private final HbaLines lines;
    private final List<SourceFile> files;
    private final List<UnreadFile> unread;
    private final List<LoadProblem> fileProblems;

    private HbaFile(
            ServerFacts server,
            HbaLines lines,
            List<SourceFile> files,
            List<UnreadFile> unread,
            List<LoadProblem> fileProblems) {
        this.server = server;
        this.lines = lines;
        this.files = files;
        this.unread = unread;
        this.fileProblems = fileProblems;
    }

    /** Reads a file of a tree and what it refers to. Never fails: problems are values of the result. */
    public static HbaFile read(SourceFile file, FileTree tree, ServerPaths paths, ServerFacts server) {
        return read(file, tree, paths, server, PlainRecords.LEAST_BYTES);
    }

    /**
     * Reads a file.
     *
     * @param tableFrom how many bytes a file must have for a table of its plain records; the result is the same
     */
    static HbaFile read(SourceFile file, FileTree tree, ServerPaths paths, ServerFacts server, int tableFrom) {
        HbaLineParser parser = new HbaLineParser(server);
        PlainRecords table = new PlainRecords(parser, AuthFileSyntax.of(server.version()), tableFrom);
        LineSequence sequence = new LineSequence(Optional.of(table));
        AuthFileReader reader = new AuthFileReader(tree, paths, server.version(), sequence);
        reader.read(file);
        HbaLines lines = HbaLines.parse(reader, sequence, table, parser);
        List<LoadProblem> fileProblems = new ArrayList<>(reader.problems());
        if (lines.isEmpty() && reader.unread().isEmpty()) {
            String message = "configuration file \"" + file.path() + "\" contains no entries";
            fileProblems.add(LoadProblem.of(LoadProblem.Kind.NO_RECORDS, Location.of(file), message));
        }
        return new HbaFile(server, lines, reader.files(), reader.unread(), fileProblems);
    }

    /** Returns the file itself. */
    public SourceFile file() {
        return files.get(0);
    }

    /** Returns what the reading depended on. */
    public ServerFacts server() {
        return server;
    }

    /** Returns the lines that hold something, in the order in which the server takes them. */
    public List<HbaLine> lines() {
        return lines;
    }

    /** Returns all files read, the file itself first; a file included twice is there twice. */
    @Override
    public List<SourceFile> files() {
        return files;
    }

    /** Returns references that were not followed. */
    @Override
    public List<UnreadFile> unread() {
        return unread;
    }

    /** Returns the records, those left out whose lines the server refuses. */
    public List<HbaRecord> records() {
        return lines.records(false);
    }

    /**
     * Returns the records together with those that refused lines were most likely meant to be: for questions about what
     * the file is for, never about what it does.
     */
    public List<HbaRecord> meantRecords() {
        return lines.records(true);
    }

    /** Returns the lines that the server complains about, those that it refuses and those that cannot match. */
    public List<HbaLine> linesWithProblem() {
        List<HbaLine> found = new ArrayList<>();
        for (HbaLine line : lines.others()) {
            if (line.problem().isPresent()) {
                found.add(line);
            }
        }
        return found;
    }

    /**
     * Returns what the server complains about besides the lines: that it cannot read something that they refer to, at
     * the place of the reference, or that there is no record.
     */
    public List<LoadProblem> fileProblems() {
        return fileProblems;
    }

    /** Returns what the server complains about, each thing once. */
    public List<LoadProblem> problems() {
        List<LoadProblem> problems = new ArrayList<>(fileProblems);
        for (HbaLine line : lines.others()) {
            if (line.line().error().isEmpty() && line.problem().isPresent()) {
                problems.add(line.problem().get());
            }
        }
        return problems;
    }

    /** Tells whether the server takes the file: at start it would not come up otherwise, at reload keep the old one. */
    public boolean loads() {
        for (LoadProblem problem : fileProblems) {
            if (problem.kind().isFatal()) {
                return false;
            }
        }
        for (HbaLine line : lines.others()) {
            if (line.isRefused()) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether all files it refers to were read, so that the record list is what the server has. */
    public boolean isComplete() {
        return unread.isEmpty();
    }
}
