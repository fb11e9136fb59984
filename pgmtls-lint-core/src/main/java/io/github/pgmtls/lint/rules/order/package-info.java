/** Rules about the order of records: the first that matches decides. */
@NullMarked
package io.github.pgmtls.lint.rules.order;

import org.jspecify.annotations.NullMarked;
