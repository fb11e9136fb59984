package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.PolicyStarter;
import io.github.pgmtls.lint.policy.Policy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes a first <code>pgmtls.yaml</code>, with the clusters that are there and comments on what else can be said, and a
 * <code>pom.xml</code> that lints with <code>mvn verify</code>; where there is a pom already, it shows what to add. No file
 * is ever written over. No project is needed.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractMojo {

    /**
     * The directory to look in, at any depth, and to write to.
     */
    @Parameter(property = "pgmtls.directory", defaultValue = "${basedir}")
    private File directory;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String version;

    @Override
    public void execute() throws MojoExecutionException {
        Path top = directory.toPath();
        String policy = new Request(directory, null, null, null).answer(PolicyStarter::text, getLog());
        NewFile.write(top.resolve(Policy.FILE_NAME), policy, getLog());
        Path pom = top.resolve("pom.xml");
        if (!Files.exists(pom)) {
            NewFile.write(pom, PomText.project(version), getLog());
            return;
        }
        getLog().info("add this to the plugins in " + pom + ":");
        PomText.plugin(version, "").lines().forEach(getLog()::info);
    }
}
