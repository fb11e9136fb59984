/** What many tests share. */
@NullMarked
package io.github.pgmtls.lint.testing;

import org.jspecify.annotations.NullMarked;
