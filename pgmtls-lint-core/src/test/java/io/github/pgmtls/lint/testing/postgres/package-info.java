/**
 * Real PostgreSQL servers for tests: what they say to a file, and whom they let in.
 *
 * <p>{@link io.github.pgmtls.lint.testing.postgres.RealPostgres} is one server; a test method marked
 * {@link io.github.pgmtls.lint.testing.postgres.EachPostgres} is run with one of every version. The programs come from
 * Maven Central; the build copies them to {@code target/postgres-binaries}.
 */
@NullMarked
package io.github.pgmtls.lint.testing.postgres;

import org.jspecify.annotations.NullMarked;
