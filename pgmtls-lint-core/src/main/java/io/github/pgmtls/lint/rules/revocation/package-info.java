/** Rules about revocation lists. */
@NullMarked
package io.github.pgmtls.lint.rules.revocation;

import org.jspecify.annotations.NullMarked;
