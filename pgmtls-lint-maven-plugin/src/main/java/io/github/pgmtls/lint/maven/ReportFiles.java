package io.github.pgmtls.lint.maven;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

    Path unnamed(String defaultName) {
        return directory.resolve(defaultName).normalize();
    }
}
