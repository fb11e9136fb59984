/** Tests of the reading of a server's configuration files, most of them against real servers. */
@NullMarked
package io.github.pgmtls.lint.config;

import org.jspecify.annotations.NullMarked;
