/** Rules about who a certificate makes a client: names and user name maps. */
@NullMarked
package io.github.pgmtls.lint.rules.identity;

import org.jspecify.annotations.NullMarked;
