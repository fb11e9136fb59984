package io.github.pgmtls.lint.config;

import io.github.pgmtls.lint.postgres.AuthOption;
import io.github.pgmtls.lint.syntax.AuthToken;

/**
 * One {@code name=value} of a record.
 *
 * @param option which option
 * @param value as a byte string; may be empty
 * @param token where it stands
 */
public record HbaOption(AuthOption option, String value, AuthToken token) {}
