package io.github.pgmtls.lint.maven;

import io.github.pgmtls.lint.report.NamedFormat;
import org.apache.maven.plugin.MojoExecutionException;

/** The value of {@code pgmtls.format}. */
final class FormatName {

    private FormatName() {}

    /** Returns the format that is asked for, one of text and JSON. */
    static <F extends Enum<F> & NamedFormat> F parse(String format, Class<F> formats) throws MojoExecutionException {
        return NamedFormat.byName(formats, format.strip())
                .orElseThrow(() ->
                        new MojoExecutionException("pgmtls.format is \"" + format + "\"; it can be text or json"));
    }
}
