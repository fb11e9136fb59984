/** Rules about the server's certificate. */
@NullMarked
package io.github.pgmtls.lint.rules.server;

import org.jspecify.annotations.NullMarked;
