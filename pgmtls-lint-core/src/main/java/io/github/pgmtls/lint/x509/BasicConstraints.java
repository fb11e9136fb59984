package io.github.pgmtls.lint.x509;

import java.util.OptionalInt;

/**
 * The basicConstraints extension (RFC 5280, section 4.2.1.9).
 *
 * @param authority whether it says CA:TRUE
 * @param pathLength how many intermediates may follow, if it says so
 */
public record BasicConstraints(boolean authority, OptionalInt pathLength) {}
