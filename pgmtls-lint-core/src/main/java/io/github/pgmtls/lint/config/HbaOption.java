package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.syntax.AuthToken;
import java.util.List;
import java.util.Optional;

/**
 * One {@code name=value} of a record.
 *
 * @param option which option
 * @param value as a byte string; may be empty
 * @param token where it stands
 */
public record HbaOption(AuthOption option, String value, AuthToken token) {

    /** Returns the occurrence of an option that counts, if it is set. */
    static Optional<HbaOption> last(List<HbaOption> options, AuthOption option) {
        for (int i = options.size() - 1; i >= 0; i--) {
            if (options.get(i).option() == option) {
                return Optional.of(options.get(i));
            }
        }
        return Optional.empty();
    }
}
