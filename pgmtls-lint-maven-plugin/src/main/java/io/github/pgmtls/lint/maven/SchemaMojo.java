package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.report.PolicySchema;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON schema of <code>pgmtls.yaml</code>, by which editors complete and check it. No project is needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "schema", requiresProject = false, aggregator = true, threadSafe = true)
public final class SchemaMojo extends AbstractMojo {

    /**
     * The file to write to, whose name counts from the base directory. By default
     * <code>pgmtls/pgmtls.schema.json</code> in the build directory of the project, or in <code>target</code> without a
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
        Optional<Path> target = files.target(output, false, "pgmtls.schema.json");
        ReportWriter.of(getLog(), new Threshold(Optional.empty()), files.base(), files.base())
                .write("JSON schema of pgmtls.yaml", target, (out, options) -> PolicySchema.write(out));
    }
}
