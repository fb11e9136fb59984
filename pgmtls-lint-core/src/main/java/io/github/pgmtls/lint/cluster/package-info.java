/** One server's configuration put together from its files: settings, records, maps, certificates. */
@NullMarked
package io.github.pgmtls.lint.cluster;

import org.jspecify.annotations.NullMarked;
