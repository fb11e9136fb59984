package io.github.pgmtls.lint.maven;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/** A service that lets nothing pass which the linter refuses, and the file that tells it to. */
enum Gate {
    GITHUB(".github/workflows/pgmtls.yml"),
    GITLAB(".gitlab-ci.yml"),
    JENKINS("Jenkinsfile"),
    PRE_COMMIT(".pre-commit-config.yaml");

    private final String path;

    Gate(String path) {
        this.path = path;
    }

    /** Returns what it is called in parameters. */
    String gateName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the path of its file in the repository. */
    String path() {
        return path;
    }

    /**
     * Returns what its file holds.
     *
     * @param version of this plugin
     * @param directory what to lint, from the top of the repository; empty for all of it
     */
    String text(String version, String directory) {
        String option = directory.isEmpty() ? "" : " -Dpgmtls.directory=" + directory;
        return template().replace("@version@:verify", version + ":verify" + option);
    }

    private String template() {
        String name = "gate-" + gateName() + ".txt";
        try (InputStream in = Gate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads names of gates. */
    static List<Gate> parse(List<String> names) throws MojoExecutionException {
        List<Gate> gates = new ArrayList<>();
        for (String name : names) {
            gates.add(Arrays.stream(values())
                    .filter(gate -> gate.gateName().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() ->
                            new MojoExecutionException("pgmtls.gates holds \"" + name + "\"; it can hold " + names())));
        }
        return gates;
    }

    /** Returns the names of all gates, for a sentence. */
    static String names() {
        return Arrays.stream(values()).map(Gate::gateName).collect(Collectors.joining(", "));
    }
}
