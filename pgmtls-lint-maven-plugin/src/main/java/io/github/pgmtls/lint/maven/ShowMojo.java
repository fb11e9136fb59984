package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.Inspection;
import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Shows what every PostgreSQL server in a directory would make of its files, in the columns of PostgreSQL's own views:
 * which of them it takes, the records of <code>pg_hba.conf</code>, the mappings of <code>pg_ident.conf</code>, the
 * settings, and the certificates. Nothing fails the build but a directory in which there is nothing to show. No project
 * is needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "show", requiresProject = false, aggregator = true, threadSafe = true)
public final class ShowMojo extends DirectoryMojo {

    /**
     * The form of what is shown: <code>text</code> for people or <code>json</code> for programs.
     */
    @Parameter(property = "pgmtls.format", defaultValue = "text")
    private String format;

    /**
     * The file to write to, whose name counts from the base directory. Without it, text goes to the log and JSON to
     * <code>pgmtls/pgmtls-show.json</code> in the build directory of the project, or in <code>target</code> without a
     * project.
     */
    @Parameter(property = "pgmtls.output")
    private @Nullable String output;

    /**
     * The time as of which certificates are judged, such as <code>2027-01-31T00:00:00Z</code>. By default now.
     */
    @Parameter(property = "pgmtls.now")
    private @Nullable String now;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File baseDirectory;

    @Override
    public void execute() throws MojoExecutionException {
        ReportFiles files = ReportFiles.of(baseDirectory, null, project);
        ShowTarget target = ShowTarget.parse(format, output, files);
        Inspection inspection = request(now).inspect(getLog());
        Threshold noFailure = new Threshold(Optional.empty());
        ReportWriter.of(getLog(), noFailure, files.base(), directory().toPath())
                .write(
                        target.format().formatName() + " of what the servers have",
                        target.file(),
                        (out, options) -> target.format().write(inspection, out, options));
    }
}
