package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.PolicyStarter;
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

    /**
     * The policy to write, by its path in the directory.
     */
    @Parameter(property = "pgmtls.policy", defaultValue = "pgmtls.yaml")
    private String policy;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String version;

    @Override
    public void execute() throws MojoExecutionException {
        Path top = directory.toPath();
        Path file = top.resolve(policy.strip()).normalize();
        if (!file.startsWith(top.normalize()) || file.equals(top.normalize())) {
            throw new MojoExecutionException("pgmtls.policy is \"" + policy + "\"; name a file in " + directory);
        }
        String text = new Request(directory, null, null, null).answer(PolicyStarter::text, getLog());
        NewFile.write(file, text, getLog());
        Path pom = top.resolve("pom.xml");
        if (!Files.exists(pom)) {
            NewFile.write(pom, PomText.project(version), getLog());
            return;
        }
        getLog().info("add this to the plugins in " + pom + ":");
        PomText.plugin(version, "").lines().forEach(getLog()::info);
    }
}
