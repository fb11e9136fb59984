/** Tests of the list of all rules. */
@NullMarked
package io.github.pgmtls.lint.rules.catalog;

import org.jspecify.annotations.NullMarked;
