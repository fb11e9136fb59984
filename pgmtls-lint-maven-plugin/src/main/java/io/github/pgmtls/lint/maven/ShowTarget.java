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
        InspectionFormat known = InspectionFormat.byName(format.strip())
                .orElseThrow(() ->
                        new MojoExecutionException("pgmtls.format is \"" + format + "\"; it can be text or json"));
        if (output != null && !output.isBlank()) {
            return new ShowTarget(known, Optional.of(files.named(output.strip(), "pgmtls.output")));
        }
        // Maven marks each line of the log, which no program that reads JSON expects
        boolean isForPeople = known == InspectionFormat.TEXT;
        return new ShowTarget(
                known, isForPeople ? Optional.empty() : Optional.of(files.unnamed(known.defaultFileName())));
    }
}
