/** The server's files as typed configuration, read as one version of the server reads them; every part has its place. */
@NullMarked
package io.github.pgmtls.lint.config;

import org.jspecify.annotations.NullMarked;
