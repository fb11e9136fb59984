/** Who a client is, for the server: the name in its certificate, and the users that a user name map makes of it. */
@NullMarked
package io.github.pgmtls.lint.identity;

import org.jspecify.annotations.NullMarked;
