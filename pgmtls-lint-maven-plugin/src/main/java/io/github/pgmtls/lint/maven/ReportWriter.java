package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.LintReport;
import io.github.pgmtls.lint.report.ReportOptions;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Writes reports to files and to Maven's log. */
final class ReportWriter {

    private static final int LOG_WIDTH = 120 - "[INFO] ".length();

    private final Log log;

    ReportWriter(Log log) {
        this.log = log;
    }

    void write(LintReport report, ReportTarget target) throws MojoExecutionException {
        try {
            if (target.file().isPresent()) {
                writeFile(report, target, target.file().get());
            } else {
                writeLog(report, target);
            }
        } catch (IOException e) {
            log.debug(e);
            throw new MojoExecutionException("the " + target.format().formatName() + " report cannot be written: " + e);
        }
    }

    private void writeFile(LintReport report, ReportTarget target, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (Writer out = Files.newBufferedWriter(file)) {
            target.format().write(report, out, ReportOptions.PLAIN);
        }
        log.info(target.format().formatName() + " report: " + file);
    }

    /** Line by line, since Maven marks what it does not log itself, and log servers part what they get by lines. */
    private void writeLog(LintReport report, ReportTarget target) throws IOException {
        StringBuilder text = new StringBuilder();
        target.format().write(report, text, new ReportOptions(LogColor.isWanted(), LOG_WIDTH));
        text.toString().lines().forEach(log::info);
    }
}
