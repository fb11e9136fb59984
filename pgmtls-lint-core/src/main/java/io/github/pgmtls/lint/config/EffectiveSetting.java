package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.Parameter;
import java.util.Optional;

/**
 * The value of a parameter on the started server.
 *
 * @param parameter the parameter
 * @param value the value in canonical form ({@code on}, {@code 60}, a word, a text); absent if the parameter has no
 *     default, or if the server refuses the value that would win
 * @param origin where the value comes from
 * @param setting the line that sets it, if a file does
 * @param isCertain whether no file that was not read could still override it
 */
public record EffectiveSetting(
        Parameter parameter, Optional<String> value, Origin origin, Optional<Setting> setting, boolean isCertain) {

    /** Where a value comes from, weakest first. */
    public enum Origin {
        /** It is compiled into the server. */
        DEFAULT,
        /** A line of a file. */
        FILE,
        /** The command line. */
        COMMAND_LINE
    }
}
