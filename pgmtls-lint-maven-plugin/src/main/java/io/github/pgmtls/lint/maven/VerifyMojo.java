package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.LintReport;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Checks the mutual-TLS configuration of every PostgreSQL server in a directory and fails if it does not work or lets
 * in somebody whom it should not. Every directory that holds <code>pg_hba.conf</code> or
 * <code>postgresql.conf</code> is the configuration of one server. No project is needed.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        aggregator = true,
        threadSafe = true)
public final class VerifyMojo extends DirectoryMojo {

    /**
     * The least severity that fails the build: <code>error</code>, <code>warning</code> or <code>info</code>; with
     * <code>never</code>, findings are only reported.
     */
    @Parameter(property = "pgmtls.failOn", defaultValue = "error")
    private String failOn;

    /**
     * The reports to write, each as <code>format</code> or <code>format=file</code>, where the name of the file counts
     * from the base directory. Without a file, <code>text</code> goes to the log and <code>github</code> to the output
     * of the build, where GitHub Actions finds it; <code>json</code>, <code>sarif</code>, <code>junit</code>,
     * <code>html</code>, <code>gitlab</code>, <code>checkstyle</code>, <code>gnu</code> and <code>markdown</code> go
     * into the report directory.
     */
    @Parameter(property = "pgmtls.reports", defaultValue = "text")
    private List<String> reports;

    /**
     * The directory for reports without a file of their own. By default <code>pgmtls</code> in the build directory of
     * the project, or <code>target/pgmtls</code> without a project.
     */
    @Parameter(property = "pgmtls.reportDirectory")
    private @Nullable File reportDirectory;

    /**
     * Whether a step of GitHub Actions gets annotations and a summary without being asked for them.
     */
    @Parameter(property = "pgmtls.githubActions", defaultValue = "true")
    private boolean githubActions;

    /**
     * The time as of which certificates are judged, such as <code>2027-01-31T00:00:00Z</code>. By default now.
     */
    @Parameter(property = "pgmtls.now")
    private @Nullable String now;

    /**
     * The host names by which clients connect, which the certificates of all servers have to hold.
     */
    @Parameter(property = "pgmtls.serverNames")
    private @Nullable List<String> serverNames;

    /**
     * The baseline, by its path in the directory; with <code>off</code>, none counts.
     */
    @Parameter(property = "pgmtls.baseline", defaultValue = ".pgmtls-baseline.json")
    private String baseline;

    /**
     * Whether suppressions count, <code>on</code> or <code>off</code>.
     */
    @Parameter(property = "pgmtls.suppressions", defaultValue = "on")
    private String suppressions;

    /**
     * The git revision from which the policy, the suppressions and the baseline are taken, such as
     * <code>origin/main</code>, so that a change cannot exempt itself. By default they are taken from the directory.
     */
    @Parameter(property = "pgmtls.policyRef")
    private @Nullable String policyRef;

    /**
     * Whether to do nothing.
     */
    @Parameter(property = "pgmtls.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${settings.interactiveMode}", readonly = true)
    private boolean interactive;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${basedir}", readonly = true, required = true)
    private File baseDirectory;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, since pgmtls.skip is set");
            return;
        }
        Threshold threshold = Threshold.parse(failOn);
        ReportFiles files = ReportFiles.of(baseDirectory, reportDirectory, project);
        List<ReportTarget> targets = ReportTarget.parse(reports, files);
        HouseRules houseRules = HouseRules.of(policy(), baseline, suppressions, policyRef);
        Request request = request(now, serverNames, houseRules);
        boolean isWatched = getLog().isInfoEnabled() && ProgressLine.isWanted(interactive, System.getenv());
        LintReport report = isWatched ? request.lintVisibly(getLog()) : request.lint(getLog());
        ReportWriter writer =
                ReportWriter.of(getLog(), threshold, files.base(), directory().toPath());
        GitHubActions step = new GitHubActions(githubActions ? System.getenv() : Map.of());
        for (ReportTarget target : step.with(targets)) {
            writer.write(report, target);
        }
        step.summarize(report, writer);
        Optional<String> failure = Verdict.failure(report, writer.forLog());
        if (failure.isPresent()) {
            throw new MojoFailureException(failure.get());
        }
    }
}
