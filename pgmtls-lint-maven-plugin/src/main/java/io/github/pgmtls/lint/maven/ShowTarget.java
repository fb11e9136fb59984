package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.report.InspectionFormat;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where an inspection goes, and in what form.
 *
 * @param format its form
 * @param file the file it is written to; to the log if empty
 */
record ShowTarget(InspectionFormat format, Optional<Path> file) {

    static ShowTarget parse(String format, @Nullable String output, ReportFiles files) throws MojoExecutionException {
        InspectionFormat known = FormatName.parse(format, InspectionFormat.class);
        return new ShowTarget(known, files.target(output, known == InspectionFormat.TEXT, known.defaultFileName()));
    }
}
