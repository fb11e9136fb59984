package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.report.ReportFormat;
import io.github.pgmtls.lint.report.ReportOptions;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/**
 * Writes reports to files and to Maven's log.
 *
 * @param forLog what suits a report in the log
 * @param forFiles what suits a report in a file
 */
record ReportWriter(Log log, ReportOptions forLog, ReportOptions forFiles) {

    private static final int USUAL_COLUMNS = 120;
    private static final int FEWEST_COLUMNS = 60;
    private static final int MARK = "[INFO] ".length();

    static ReportWriter of(Log log, Threshold threshold, Path base, Path directory) {
        ReportOptions plain = ReportOptions.PLAIN.withFailOn(threshold.severity());
        Path repository = PathPrefix.repositoryOf(directory, base);
        return new ReportWriter(
                log,
                new ReportOptions(
                        LogColor.isWanted(),
                        logWidth(Terminal.columns()),
                        PathPrefix.between(base, directory),
                        threshold.severity()),
                plain.withPrefix(PathPrefix.between(repository, directory)));
    }

    /** Returns the width of a report in the log; narrower than some width, frames would show nothing. */
    static int logWidth(int columns) {
        return (columns == 0 ? USUAL_COLUMNS : Math.max(FEWEST_COLUMNS, columns)) - MARK;
    }

    /** Something to write. */
    @FunctionalInterface
    interface Content {
        void write(Appendable out, ReportOptions options) throws IOException;
    }

    void write(LintReport report, ReportTarget target) throws MojoExecutionException {
        String name = target.format().formatName() + " report";
        Content content = (out, options) -> target.format().write(report, out, options);
        write(name, target.file(), content, target.format() == ReportFormat.GITHUB);
    }

    /** Adds a report to a file, behind what is there. */
    void append(LintReport report, ReportFormat format, Path file) throws MojoExecutionException {
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            format.write(report, out, forFiles);
        } catch (IOException e) {
            log.debug(e);
            throw new MojoExecutionException(format.formatName() + " cannot be added to " + file + ": " + e);
        }
    }

    /** Writes something to a file or, without one, to the log. */
    void write(String name, Optional<Path> file, Content content) throws MojoExecutionException {
        write(name, file, content, false);
    }

    private void write(String name, Optional<Path> file, Content content, boolean isForOutput)
            throws MojoExecutionException {
        try {
            if (file.isPresent()) {
                writeFile(content, file.get());
                log.info(name + ": " + file.get());
            } else if (isForOutput) {
                writeOutput(content);
            } else {
                writeLog(content);
            }
        } catch (IOException e) {
            log.debug(e);
            throw new MojoExecutionException("the " + name + " cannot be written: " + e);
        }
    }

    private void writeFile(Content content, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Writer out = Files.newBufferedWriter(file)) {
            content.write(out, forFiles);
        }
    }

    /** Line by line, since Maven marks what it does not log itself, and log servers part what they get by lines. */
    private void writeLog(Content content) throws IOException {
        StringBuilder text = new StringBuilder();
        content.write(text, forLog);
        text.toString().lines().forEach(log::info);
    }

    /** To the process's own output: a runner takes commands only at the start of a line, where Maven's marks would be. */
    private void writeOutput(Content content) throws IOException {
        System.out.flush();
        @SuppressWarnings("resource") // it is the output of the whole process
        Writer out = new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8);
        content.write(out, forFiles);
        out.flush();
    }
}
