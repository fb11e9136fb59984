/** Who a client is to the server: user name maps, and the regular expressions they are written in. */
@NullMarked
package io.github.pgmtls.lint.identity;

import org.jspecify.annotations.NullMarked;
