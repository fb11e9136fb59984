package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.finding.Severity;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What fails a build.
 *
 * @param severity the least severity that does; if empty, none does
 */
record Threshold(Optional<Severity> severity) {

    /** Reads {@code error}, {@code warning}, {@code info} or {@code never}, in any case. */
    static Threshold parse(String word) throws MojoExecutionException {
        return new Threshold(
                switch (word.strip().toLowerCase(Locale.ROOT)) {
                    case "error" -> Optional.of(Severity.ERROR);
                    case "warning" -> Optional.of(Severity.WARNING);
                    case "info" -> Optional.of(Severity.INFO);
                    case "never" -> Optional.empty();
                    default ->
                        throw new MojoExecutionException(
                                "pgmtls.failOn is \"" + word + "\"; it can be error, warning, info or never");
                });
    }
}
