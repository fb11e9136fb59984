/** Facts about PostgreSQL by server version: what a version knows, and since when. */
@NullMarked
package io.github.pgmtls.lint.postgres;

import org.jspecify.annotations.NullMarked;
