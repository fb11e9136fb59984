package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.LintException;
import io.github.pgmtls.lint.RuleStatus;
import io.github.pgmtls.lint.report.RuleDocs;
import io.github.pgmtls.lint.rules.RuleInfo;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists all rules or, with <code>pgmtls.rule</code>, tells all about one: what it finds, why, what to do, a bad and a good
 * example, and whether and why it is active in the servers of a directory. No project is needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "rules", requiresProject = false, aggregator = true, threadSafe = true)
public final class RulesMojo extends DirectoryMojo {

    /**
     * The id of the rule to tell about.
     */
    @Parameter(property = "pgmtls.rule")
    private @Nullable String rule;

    @Override
    public void execute() throws MojoExecutionException {
        if (rule == null || rule.isBlank()) {
            RuleDocs.list().lines().forEach(getLog()::info);
            return;
        }
        String id = rule.strip();
        RuleInfo info = Request.understand(() -> RuleStatus.find(id), getLog());
        RuleDocs.page(info).lines().forEach(getLog()::info);
        getLog().info("");
        getLog().info("## Here");
        getLog().info("");
        for (String line : here(id)) {
            getLog().info("- " + line);
        }
    }

    /** A directory without clusters is no reason not to tell about a rule. */
    private List<String> here(String id) throws MojoExecutionException {
        try {
            return RuleStatus.of(request(null).toLintRequest(), id).stream()
                    .map(RulesMojo::line)
                    .toList();
        } catch (LintException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static String line(RuleStatus status) {
        return (status.cluster().isEmpty() ? "" : "cluster " + status.cluster() + ": ")
                + (status.active() ? "active: " : "not active: ")
                + status.reason();
    }
}
