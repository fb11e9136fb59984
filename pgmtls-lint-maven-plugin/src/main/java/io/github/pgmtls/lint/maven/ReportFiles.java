package io.github.pgmtls.lint.maven;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of reports are.
 *
 * @param base where the names of files start that somebody wrote
 * @param directory where the files go that nobody named
 */
record ReportFiles(Path base, Path directory) {

    static ReportFiles of(File base, @Nullable File reportDirectory, MavenProject project) {
        Path directory =
                reportDirectory == null ? buildDirectory(base, project).resolve("pgmtls") : reportDirectory.toPath();
        return new ReportFiles(base.toPath(), directory);
    }

    /** Without a project, Maven's build directory is a text with a variable that nobody has replaced. */
    private static Path buildDirectory(File base, MavenProject project) {
        boolean isProject = project.getFile() != null;
        return isProject
                ? Path.of(project.getBuild().getDirectory())
                : base.toPath().resolve("target");
    }

    /** Returns the file of a name that somebody wrote as a parameter. */
    Path named(String name, String parameter) throws MojoExecutionException {
        try {
            return base.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw new MojoExecutionException(parameter + ": " + e.getMessage());
        }
    }

    /**
     * Returns the file of an answer: that which somebody named, or its own; nothing for an answer to people, which then
     * goes to the log.
     */
    Optional<Path> target(@Nullable String output, boolean isForPeople, String defaultName)
            throws MojoExecutionException {
        if (output != null && !output.isBlank()) {
            return Optional.of(named(output.strip(), "pgmtls.output"));
        }
        // Maven marks each line of the log, which no program that reads JSON expects
        return isForPeople ? Optional.empty() : Optional.of(unnamed(defaultName));
    }

    Path unnamed(String defaultName) {
        return directory.resolve(defaultName).normalize();
    }
}
