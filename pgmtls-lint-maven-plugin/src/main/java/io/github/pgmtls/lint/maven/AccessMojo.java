package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.AccessReport;
import io.github.pgmtls.lint.AccessReporter;
import io.github.pgmtls.lint.report.AccessFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Tells who gets into every PostgreSQL server in a directory: who without a client certificate, who as a superuser, and
 * who for replication, by which records, each with an example. <code>superusers</code> and <code>roles</code> of
 * <code>pgmtls.yaml</code> say who is a superuser (<code>postgres</code> if nobody says so) and who is a member of
 * which role. Nothing fails the build but a directory in which there is nothing to tell of. No project is needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "access", requiresProject = false, aggregator = true, threadSafe = true)
public final class AccessMojo extends DirectoryMojo {

    /**
     * The form of the answer: <code>text</code> for people or <code>json</code> for programs.
     */
    @Parameter(property = "pgmtls.format", defaultValue = "text")
    private String format;

    /**
     * The file to write to, whose name counts from the base directory. Without it, text goes to the log and JSON to
     * <code>pgmtls/pgmtls-access.json</code> in the build directory of the project, or in <code>target</code> without a
     * project.
     */
    @Parameter(property = "pgmtls.output")
    private @Nullable String output;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File baseDirectory;

    @Override
    public void execute() throws MojoExecutionException {
        ReportFiles files = ReportFiles.of(baseDirectory, null, project);
        AccessFormat known = FormatName.parse(format, AccessFormat.class);
        Optional<Path> target = files.target(output, known == AccessFormat.TEXT, known.defaultFileName());
        AccessReport report = request(null).answer(AccessReporter::report, getLog());
        ReportWriter.of(
                        getLog(),
                        new Threshold(Optional.empty()),
                        files.base(),
                        directory().toPath())
                .write(
                        known.formatName() + " of who gets in",
                        target,
                        (out, options) -> known.write(report, out, options));
    }
}
