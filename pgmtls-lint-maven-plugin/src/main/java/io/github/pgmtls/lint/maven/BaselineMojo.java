package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.BaselineUpdate;
import io.github.pgmtls.lint.report.BaselineFile;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes down everything that is found in a directory, so that <code>verify</code> fails only on what is new. What keeps a
 * file from loading, and leaked keys, cannot be written down. Findings that are mended fail <code>verify</code> until they
 * are taken out again. No project is needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "baseline", requiresProject = false, aggregator = true, threadSafe = true)
public final class BaselineMojo extends DirectoryMojo {

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
     * The file to write, by its path in the directory.
     */
    @Parameter(property = "pgmtls.baseline", defaultValue = ".pgmtls-baseline.json")
    private String baseline;

    /**
     * Whether only to remove what is not found any more, and add nothing.
     */
    @Parameter(property = "pgmtls.prune", defaultValue = "false")
    private boolean prune;

    @Override
    public void execute() throws MojoExecutionException {
        Path top = directory().toPath().toAbsolutePath().normalize();
        Path file = top.resolve(baseline.strip()).normalize();
        if (!file.startsWith(top) || file.equals(top)) {
            throw new MojoExecutionException("pgmtls.baseline is \"" + baseline + "\"; name a file in " + directory());
        }
        HouseRules houseRules =
                HouseRules.of(policy(), top.relativize(file).toString().replace(File.separatorChar, '/'), "on", null);
        BaselineUpdate update =
                request(now, serverNames, houseRules).answer(request -> BaselineUpdate.of(request, prune), getLog());
        write(update, file);
        getLog().info("baseline: " + file + " has "
                + update.size() + " entries, " + update.added() + " added, " + update.removed()
                + " removed");
        if (!update.leftOut().isEmpty()) {
            getLog().warn(update.leftOut().size()
                    + " findings cannot be in a baseline, since what they are about is never fine; verify shows them");
        }
    }

    private void write(BaselineUpdate update, Path file) throws MojoExecutionException {
        try {
            Files.createDirectories(file.getParent());
            try (Writer out = Files.newBufferedWriter(file)) {
                BaselineFile.write(update.baseline(), out);
            }
        } catch (IOException e) {
            getLog().debug(e);
            throw new MojoExecutionException("the baseline cannot be written: " + e);
        }
    }
}
