package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.PolicyStarter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a first <code>pgmtls.yaml</code>, with the clusters that are there and comments on what else can be said, and a
 * <code>pom.xml</code> that lints with <code>mvn verify</code>; where there is a pom already, it shows what to add. If asked
 * for, it also writes what makes a service lint every change. No file is ever written over. No project is needed.
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
     * The services that shall lint every change: <code>github</code>, <code>gitlab</code>, <code>jenkins</code> or
     * <code>pre-commit</code>. Their files go to the top of the git repository.
     */
    @Parameter(property = "pgmtls.gates")
    private @Nullable List<String> gates;

    /**
     * The policy to write, by its path in the directory.
     */
    @Parameter(property = "pgmtls.policy", defaultValue = "pgmtls.yaml")
    private String policy;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String version;

    @Override
    public void execute() throws MojoExecutionException {
        List<Gate> wanted = Gate.parse(gates == null ? List.of() : gates);
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
        } else {
            show("add this to the plugins in " + pom + ":", PomText.plugin(version, ""));
        }
        for (Gate gate : wanted) {
            write(gate, top);
        }
        if (wanted.isEmpty()) {
            getLog().info("to lint every change, run this again with -Dpgmtls.gates= and one or more of "
                    + Gate.names());
        }
    }

    private void write(Gate gate, Path top) throws MojoExecutionException {
        Path repository = PathPrefix.repositoryOf(top, top);
        String below = PathPrefix.between(repository, top);
        boolean isPlain = below.matches("[A-Za-z0-9._/-]*");
        String text = gate.text(version, isPlain ? below : "");
        Path file = repository.resolve(gate.path());
        if (!NewFile.write(file, text, getLog())) {
            show("add this to it, unless it does the same already:", text);
        }
        if (!isPlain) {
            getLog().warn("add to the command in " + file + " that pgmtls.directory is \"" + below + "\"");
        }
    }

    private void show(String sentence, String text) {
        getLog().info(sentence);
        text.lines().forEach(getLog()::info);
    }
}
